package io.tieout.ingest.approval;

import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.decision.Role;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Notes which proposals wait for a decision that may be made in the sheet.
@ApplicationScoped
class AwaitDecision {
    private final AwaitedDecisions awaited;
    private final ApprovalFindings approvalFindings;
    private final Lanes lanes;
    private final IngestConfig config;
    private final Clock clock;

    AwaitDecision(
            AwaitedDecisions awaited,
            ApprovalFindings approvalFindings,
            Lanes lanes,
            IngestConfig config,
            Clock clock) {
        this.awaited = awaited;
        this.approvalFindings = approvalFindings;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void handle(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        if (!isApprovedInSheet(state.proposal().kind())) {
            return;
        }
        boolean awaiting = isAwaiting(state);
        if (!awaited.apply(state, awaiting, event.correlationId())) {
            return;
        }
        if (awaiting) {
            lanes.wake(
                    LaneKinds.APPROVAL,
                    state.proposal().proposalId().toString(),
                    clock.instant().plus(config.approval().window()));
        } else {
            for (Role role : Role.values()) {
                approvalFindings.settled(state, role, event.correlationId());
            }
        }
    }

    private static boolean isApprovedInSheet(ProposalKind kind) {
        return switch (kind) {
            case INVOICE, BILL, JOURNAL_ENTRY, PURCHASE_ORDER, TIME_ACTIVITY -> true;
            case VOID, NOTICE, RECONCILIATION, CORRECTION, REPORT -> false;
        };
    }

    private static boolean isAwaiting(ProposalState state) {
        return switch (state.status()) {
            case RECORDED, AWAITING_APPROVAL, RELEASED -> !state.approvalsNeeded().isEmpty();
            case BLOCKED, DONE, FAILED, UNKNOWN, EXPIRED, REJECTED, WITHDRAWN, REVERSED -> false;
        };
    }
}
