package io.tieout.reconcile.facts;

import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult.InvoiceCreated;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.reconcile.billing.BilledRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Keeps which rows became which lines of an invoice, once it is posted.
@ApplicationScoped
public class ApplyBilling {
    private final BilledRows billed;
    private final ComparisonDue comparison;

    ApplyBilling(BilledRows billed, ComparisonDue comparison) {
        this.billed = billed;
        this.comparison = comparison;
    }

    @Transactional
    public void handle(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        ProposalMade proposal = state.proposal();
        if (proposal.kind() != ProposalKind.INVOICE) {
            return;
        }
        Optional<CreateInvoice> invoice =
                proposal.effects().stream()
                        .filter(CreateInvoice.class::isInstance)
                        .map(CreateInvoice.class::cast)
                        .findFirst();
        for (EffectState effect : state.effects()) {
            if (invoice.isPresent() && effect.effectId().equals(invoice.get().effectId())) {
                changed(state, invoice.get(), effect)
                        .forEach(row -> comparison.ofRow(proposal.realmId(), row));
            }
        }
    }

    private List<RowRef> changed(ProposalState state, CreateInvoice invoice, EffectState effect) {
        return switch (effect.status()) {
            case DONE ->
                    effect.result() instanceof InvoiceCreated created
                            ? billed.add(state.proposal().realmId(), rows(state, invoice, created))
                            : List.of();
            case REVERSED -> billed.remove(state.proposal().proposalId());
            case RECORDED,
                    BLOCKED,
                    AWAITING_APPROVAL,
                    RELEASED,
                    FAILED,
                    UNKNOWN,
                    EXPIRED,
                    REJECTED ->
                    List.of();
        };
    }

    private static List<BilledRow> rows(
            ProposalState state, CreateInvoice invoice, InvoiceCreated created) {
        ProposalMade proposal = state.proposal();
        Map<Integer, InvoiceLine> lines =
                invoice.lines().stream()
                        .collect(Collectors.toMap(InvoiceLine::number, Function.identity()));
        Map<RowRef, Integer> occurrences =
                proposal.evidence().rows().stream()
                        .collect(
                                Collectors.toMap(
                                        Evidence.RowCitation::row,
                                        Evidence.RowCitation::occurrence,
                                        Math::max));
        List<BilledRow> rows = new ArrayList<>();
        for (Evidence.LineSource source : proposal.evidence().lines()) {
            InvoiceLine line = lines.get(source.line());
            if (line == null) {
                continue;
            }
            for (RowRef row : source.rows()) {
                rows.add(
                        new BilledRow(
                                row,
                                proposal.proposalId(),
                                occurrences.getOrDefault(row, 1),
                                state.auditSequence(),
                                proposal.reference(),
                                created.invoiceId(),
                                created.number(),
                                created.date(),
                                line.number(),
                                line.unitPrice(),
                                line.amount(),
                                source.cost(),
                                false));
            }
        }
        return rows;
    }
}
