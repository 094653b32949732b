package io.tieout.audit.hearing;

import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.review.Facts;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.EntityType;
import java.util.List;
import java.util.Optional;

/// Whether a proposal rests on facts that have not reached audit yet: such a proposal waits instead
/// of being blocked for what will be there in a moment.
final class Lateness {
    private Lateness() {}

    /// What it waits for, in words; empty when everything is here.
    ///
    /// @param patient whether a missing entity may still be on its way
    static Optional<String> missing(ProposalMade proposal, Facts facts, boolean patient) {
        List<CreateInvoice> invoices =
                proposal.effects().stream()
                        .filter(CreateInvoice.class::isInstance)
                        .map(CreateInvoice.class::cast)
                        .toList();
        boolean posts = proposal.effects().stream().anyMatch(effect -> !effect.advisory());
        if (posts && !facts.booksLoaded()) {
            return Optional.of("Waiting for the first load of the books to be complete.");
        }
        for (RowCitation citation : proposal.evidence().rows()) {
            KnownRow known = facts.rows().get(citation.row());
            if (known == null || known.revision().major() < citation.sheetVersion()) {
                return Optional.of(
                        "Waiting for version %d of row %s."
                                .formatted(citation.sheetVersion(), citation.row().rowId()));
            }
        }
        if (!patient) {
            return Optional.empty();
        }
        for (RowRef row : proposal.rows()) {
            if (!facts.rows().containsKey(row)) {
                return Optional.of("Waiting for row %s.".formatted(row.rowId()));
            }
        }
        return invoices.stream().flatMap(invoice -> entity(invoice, facts).stream()).findFirst();
    }

    private static Optional<String> entity(CreateInvoice invoice, Facts facts) {
        if (facts.customer(invoice.customerId()).isEmpty()) {
            return Optional.of("Waiting for customer %s.".formatted(invoice.customerId()));
        }
        return invoice.lines().stream()
                .filter(line -> facts.named(EntityType.ITEM, line.itemId()).isEmpty())
                .map(line -> "Waiting for item %s.".formatted(line.itemId()))
                .findFirst();
    }
}
