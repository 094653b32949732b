package io.tieout.reconcile.proposing;

import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.reconcile.facts.ComparisonDue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps how far audit is with the proposals of this service.
@ApplicationScoped
class ApplyState {
    private final Reconciliations reconciliations;
    private final ComparisonDue comparison;

    ApplyState(Reconciliations reconciliations, ComparisonDue comparison) {
        this.reconciliations = reconciliations;
        this.comparison = comparison;
    }

    @Transactional
    void handle(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        ProposalMade proposal = state.proposal();
        if (proposal.kind() != ProposalKind.RECONCILIATION || proposal.rows().isEmpty()) {
            return;
        }
        boolean ended = state.effects().stream().allMatch(effect -> effect.status().ended());
        if (reconciliations.apply(state, proposal.rows().getFirst(), wanted(proposal), ended)) {
            comparison.ofRow(proposal.realmId(), proposal.rows().getFirst());
        }
    }

    private static Cells wanted(ProposalMade proposal) {
        return new Cells(
                text(proposal, ColumnPart.RECONCILIATION_STATUS),
                text(proposal, ColumnPart.RECONCILIATION_NOTES),
                text(proposal, ColumnPart.AI_RECONCILIATION_STATUS));
    }

    private static String text(ProposalMade proposal, ColumnPart part) {
        return proposal.effects().stream()
                .filter(UpdateRows.class::isInstance)
                .map(UpdateRows.class::cast)
                .flatMap(update -> update.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.part() == part)
                .map(cell -> cell.content() instanceof CellWrite.Text(String text) ? text : "")
                .findFirst()
                .orElse("");
    }
}
