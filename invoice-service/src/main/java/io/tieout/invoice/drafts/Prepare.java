package io.tieout.invoice.drafts;

import io.tieout.invoice.InvoiceConfig;
import io.tieout.invoice.documents.DocumentDraft;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.invoice.narrative.Narrator;
import io.tieout.invoice.proposing.DocumentProposal;
import io.tieout.invoice.proposing.DraftBasis;
import io.tieout.invoice.proposing.InvoiceProposal;
import io.tieout.invoice.proposing.PdfLink;
import io.tieout.invoice.rows.InputCells;
import io.tieout.model.money.Quantity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/// Makes drafts ready to be sent, each in its own words.
@ApplicationScoped
class Prepare {
    private final Narrator narrator;
    private final InvoiceConfig config;

    Prepare(Narrator narrator, InvoiceConfig config) {
        this.narrator = narrator;
        this.config = config;
    }

    /// Empty while its words are being asked for.
    Optional<Outgoing> invoice(String groupKey, InvoiceDraft draft) {
        return narrator.words(groupKey, draft)
                .map(words ->
                        new Outgoing(
                                draft.rows().stream()
                                        .map(row ->
                                                new Outgoing.Held(
                                                        row.ref(),
                                                        row.occurrence(),
                                                        Objects.requireNonNullElse(
                                                                row.cells().hours(), Quantity.ZERO),
                                                        InputCells.hash(row.cells())))
                                        .toList(),
                                DraftBasis.of(draft),
                                draft.subtotal(),
                                (id, reference, revision, leaving) ->
                                        InvoiceProposal.of(
                                                id,
                                                reference,
                                                revision,
                                                draft,
                                                words,
                                                leaving,
                                                PdfLink.of(
                                                        config.consoleUrl().toString(),
                                                        config.linkSecret(),
                                                        id))));
    }

    static Outgoing document(DocumentDraft draft) {
        return new Outgoing(
                draft.rows().stream()
                        .map(row ->
                                new Outgoing.Held(
                                        row.ref(),
                                        row.occurrence(),
                                        Quantity.ZERO,
                                        InputCells.hash(row.cells())))
                        .toList(),
                draft.basis(),
                draft.total(),
                (id, reference, revision, leaving) ->
                        DocumentProposal.of(id, reference, revision, draft, leaving));
    }
}
