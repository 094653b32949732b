package io.tieout.invoice.drafts;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.books.Books;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.findings.RowFindings;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.proposal.ProposalWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Brings a draft and its rows in step with audit's word.
@ApplicationScoped
class Settlement {
    private final States states;
    private final Drafts drafts;
    private final HeldRows heldRows;
    private final Books books;
    private final RowFindings rowFindings;
    private final ClosedDrafts closed;
    private final Proposals proposals;
    private final Clock clock;
    private final MeterRegistry registry;

    Settlement(
            States states,
            Drafts drafts,
            HeldRows heldRows,
            Books books,
            RowFindings rowFindings,
            ClosedDrafts closed,
            Proposals proposals,
            Clock clock,
            MeterRegistry registry) {
        this.states = states;
        this.drafts = drafts;
        this.heldRows = heldRows;
        this.books = books;
        this.rowFindings = rowFindings;
        this.closed = closed;
        this.proposals = proposals;
        this.clock = clock;
        this.registry = registry;
    }

    /// How long the news of a reference that leads nowhere may take to come through the books.
    static final Duration NEWS_WAIT = Duration.ofMinutes(10);

    /// Audit's word if the draft is still open after it; absent when it is open no longer.
    Fate.@Nullable Open settle(Draft draft, StoredGroup group) {
        switch (DraftLife.fate(draft, states.find(draft.id()))) {
            case Fate.Undecided undecided -> {
                heldRows.acknowledge(draft, group.group(), undecided);
                return draft.phase().isOpen() ? undecided : null;
            }
            case Fate.Sealed(List<RowCitation> billed) -> {
                if (draft.phase() != Draft.Phase.SEALED) {
                    heldRows.keepOnly(draft, group.group(), billed, Claim.State.OPEN);
                    drafts.setPhase(draft.id(), Draft.Phase.SEALED, clock.instant());
                }
            }
            case Fate.Outdated outdated -> {
                if (clock.instant().isBefore(outdated.since().plus(NEWS_WAIT))) {
                    return outdated;
                }
                end(draft, group, Draft.Phase.FAILED, true);
            }
            case Fate.Posted posted -> post(draft, group, posted);
            case Fate.Rejected _ -> end(draft, group, Draft.Phase.REJECTED, true);
            case Fate.Failed _ -> end(draft, group, Draft.Phase.FAILED, true);
            case Fate.Reversed _ -> end(draft, group, Draft.Phase.VOIDED, true);
            case Fate.Lapsed _ -> end(draft, group, Draft.Phase.LAPSED, false);
            case Fate.Withdrawn _ -> end(draft, group, Draft.Phase.WITHDRAWN, false);
        }
        return null;
    }

    private void post(Draft draft, StoredGroup group, Fate.Posted posted) {
        heldRows.billed(draft, group.group(), posted.rows());
        if (posted.document() instanceof EffectResult.InvoiceCreated invoice) {
            drafts.setInvoice(draft.id(), invoice.invoiceId());
        }
        enter(draft, Draft.Phase.POSTED);
        for (RowCitation row : posted.rows()) {
            rowFindings.report(row.row(), draft.realm(), group.cause());
        }
        if (posted.document() instanceof EffectResult.InvoiceCreated invoice
                && books.isInvoiceGone(draft.realm(), invoice.invoiceId())) {
            voided(draft, group);
        }
    }

    /// The draft's invoice counts no longer: its rows are free, but must be marked ready anew.
    void voided(Draft draft, StoredGroup group) {
        heldRows.release(draft, group.group(), true);
        enter(draft, Draft.Phase.VOIDED);
    }

    /// The books have changed under the draft: it ends here, and its rows are free for the next.
    void renew(Draft draft, StoredGroup group) {
        proposals.send(
                new ProposalWithdrawn(
                        draft.id(),
                        draft.revision(),
                        draft.realm(),
                        "Drafted anew: something it refers to has changed in QuickBooks"),
                group.cause());
        end(draft, group, Draft.Phase.LAPSED, false);
    }

    private void end(Draft draft, StoredGroup group, Draft.Phase phase, boolean used) {
        heldRows.release(draft, group.group(), used);
        enter(draft, phase);
        closed.tell(draft, phase, group.cause());
    }

    private void enter(Draft draft, Draft.Phase phase) {
        drafts.setPhase(draft.id(), phase, clock.instant());
        registry.counter("drafts", "outcome", phase.name().toLowerCase(Locale.ROOT)).increment();
    }
}
