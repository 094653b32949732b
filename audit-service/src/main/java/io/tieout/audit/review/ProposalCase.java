package io.tieout.audit.review;

import io.tieout.audit.facts.KnownRow;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.ProposalMade;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A proposal before the reviewer, with the facts about it.
record ProposalCase(ProposalMade proposal, Facts facts) {
    Optional<KnownRow> row(RowRef row) {
        return Optional.ofNullable(facts.rows().get(row));
    }

    List<CreateInvoice> invoices() {
        return proposal.effects().stream()
                .filter(CreateInvoice.class::isInstance)
                .map(CreateInvoice.class::cast)
                .toList();
    }

    List<CreateDocument> documents() {
        return proposal.effects().stream()
                .filter(CreateDocument.class::isInstance)
                .map(CreateDocument.class::cast)
                .toList();
    }

    /// Every row that the proposal says it is about.
    Set<RowRef> allRows() {
        Set<RowRef> rows = new HashSet<>(proposal.rows());
        proposal.evidence().rows().forEach(citation -> rows.add(citation.row()));
        return rows;
    }
}
