package io.tieout.invoice.drafts;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.InvoiceConfig;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.invoice.narrative.Words;
import io.tieout.invoice.proposing.DraftBasis;
import io.tieout.invoice.proposing.InvoiceProposal;
import io.tieout.invoice.proposing.PdfLink;
import io.tieout.invoice.rows.InputCells;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.Uuid7;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalWithdrawn;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends a draft's next revision, or takes it back; claims follow in the same transaction.
@ApplicationScoped
class SendDraft {
    private final Drafts drafts;
    private final Claims claims;
    private final Rows rows;
    private final Proposals proposals;
    private final InvoiceConfig config;
    private final Clock clock;
    private final MeterRegistry registry;

    SendDraft(
            Drafts drafts,
            Claims claims,
            Rows rows,
            Proposals proposals,
            InvoiceConfig config,
            Clock clock,
            MeterRegistry registry) {
        this.drafts = drafts;
        this.claims = claims;
        this.rows = rows;
        this.proposals = proposals;
        this.config = config;
        this.clock = clock;
        this.registry = registry;
    }

    /// @param open the draft to revise; a new one is begun without
    void send(@Nullable Draft open, StoredGroup group, InvoiceDraft draft, Words words) {
        ProposalId id = open == null ? new ProposalId(Uuid7.at(clock.instant())) : open.id();
        ProposalMade proposal =
                InvoiceProposal.of(
                        id,
                        open == null ? drafts.nextReference() : open.reference(),
                        open == null ? 1 : open.revision() + 1,
                        draft,
                        words,
                        open == null ? List.of() : leaving(open, draft),
                        PdfLink.of(config.consoleUrl().toString(), config.linkSecret(), id));
        drafts.store(
                proposal,
                group.group().key(),
                DraftBasis.of(draft),
                draft.subtotal(),
                group.cause().correlation().value(),
                clock.instant());
        claim(id, group.group(), draft);
        proposals.send(proposal, group.cause());
        registry.counter("drafts", "outcome", open == null ? "proposed" : "revised").increment();
    }

    private List<RowObserved> leaving(Draft open, InvoiceDraft draft) {
        List<RowRef> staying = draft.rows().stream().map(EligibleRow::ref).toList();
        return open.rows().stream()
                .filter(row -> !staying.contains(row))
                .map(rows::find)
                .flatMap(Optional::stream)
                .map(StoredRow::observed)
                .toList();
    }

    private void claim(ProposalId id, RowGroup group, InvoiceDraft draft) {
        for (Claim claim : claims.of(id)) {
            if (claim.state() == Claim.State.OPEN) {
                claims.set(claim, Claim.State.LEAVING);
            }
        }
        for (EligibleRow row : draft.rows()) {
            Quantity hours = row.cells().hours();
            claims.take(
                    new Claims.Taking(
                            row.ref(),
                            row.occurrence(),
                            id,
                            ProjectKey.of(group),
                            hours == null ? Quantity.ZERO : hours,
                            InputCells.of(row.cells()).hash()));
        }
    }

    void withdraw(Draft open, StoredGroup group) {
        for (Claim claim : claims.of(open.id())) {
            if (claim.state() == Claim.State.OPEN) {
                claims.set(claim, Claim.State.LEAVING);
            }
        }
        drafts.setPhase(open.id(), Draft.Phase.WITHDRAWING, clock.instant());
        proposals.send(
                new ProposalWithdrawn(
                        open.id(), open.revision(), open.realm(), "No row is left to bill"),
                group.cause());
        registry.counter("drafts", "outcome", "taken-back").increment();
    }
}
