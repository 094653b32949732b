package io.tieout.reconcile.correcting;

import io.tieout.kit.lane.Lanes;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalState;
import io.tieout.reconcile.correcting.Corrections.Status;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.facts.KeepCorrecting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Keeps what became of corrections: their entries count with the lines that they correct, and what
/// is corrected is no longer told.
@ApplicationScoped
public class ApplyCorrectionState {
    private final Corrections corrections;
    private final KeepCorrecting correcting;
    private final Lanes lanes;
    private final Clock clock;

    ApplyCorrectionState(
            Corrections corrections, KeepCorrecting correcting, Lanes lanes, Clock clock) {
        this.corrections = corrections;
        this.correcting = correcting;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional
    public void handle(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        if (state.proposal().kind() != ProposalKind.CORRECTION) {
            return;
        }
        correcting.became(state);
        if (corrections.became(state.proposal().proposalId(), status(state))) {
            lanes.wake(
                    ComparisonDue.EFFECTS_LANE,
                    state.proposal().realmId().value(),
                    clock.instant());
        }
    }

    private static Status status(ProposalState state) {
        return switch (state.status()) {
            case DONE -> Status.DONE;
            case RECORDED, AWAITING_APPROVAL, RELEASED, UNKNOWN -> Status.ASKED;
            case BLOCKED, FAILED, EXPIRED, REJECTED, WITHDRAWN, REVERSED -> Status.ENDED;
        };
    }
}
