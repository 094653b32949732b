package io.tieout.reconcile.telling;

import io.tieout.kit.lane.Lanes;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.topic.Services;
import io.tieout.reconcile.facts.ComparisonDue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Learns which rows the tasks have, once they are added.
@ApplicationScoped
public class ApplyTaskState {
    private final Told told;
    private final Lanes lanes;
    private final Clock clock;

    ApplyTaskState(Told told, Lanes lanes, Clock clock) {
        this.told = told;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional
    public void handle(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        ProposalMade proposal = state.proposal();
        if (proposal.kind() != ProposalKind.NOTICE
                || !proposal.preparedBy().equals(Services.RECONCILE)
                || !proposal.reference().startsWith(Tellings.TASKS)) {
            return;
        }
        for (EffectState effect : state.effects()) {
            if (effect.result() instanceof EffectResult.RowsAdded added) {
                added(proposal, added);
            } else if (effect.status().ended()) {
                told.notAdded(proposal.realmId(), proposal.proposalId());
            }
        }
    }

    /// What changed while they were being added is shown now.
    private void added(ProposalMade proposal, EffectResult.RowsAdded added) {
        RealmId realm = proposal.realmId();
        boolean changed = false;
        for (EffectResult.AddedRow row : added.rows()) {
            changed |= told.added(realm, proposal.proposalId(), row.externalId(), row.rowId());
        }
        if (changed) {
            lanes.wake(ComparisonDue.EFFECTS_LANE, realm.value(), clock.instant());
        }
    }
}
