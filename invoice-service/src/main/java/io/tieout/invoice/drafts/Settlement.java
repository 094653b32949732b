package io.tieout.invoice.drafts;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.books.Books;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.findings.RowFindings;
import io.tieout.invoice.rows.Rows;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence.RowCitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Brings claims and markings in step with audit's word on a draft.
@ApplicationScoped
class Settlement {
    private final States states;
    private final Drafts drafts;
    private final Claims claims;
    private final Markings markings;
    private final Rows rows;
    private final Books books;
    private final RowFindings rowFindings;
    private final ClosedDrafts closed;
    private final WakeDrafts wake;
    private final Clock clock;
    private final MeterRegistry registry;

    Settlement(
            States states,
            Drafts drafts,
            Claims claims,
            Markings markings,
            Rows rows,
            Books books,
            RowFindings rowFindings,
            ClosedDrafts closed,
            WakeDrafts wake,
            Clock clock,
            MeterRegistry registry) {
        this.states = states;
        this.drafts = drafts;
        this.claims = claims;
        this.markings = markings;
        this.rows = rows;
        this.books = books;
        this.rowFindings = rowFindings;
        this.closed = closed;
        this.wake = wake;
        this.clock = clock;
        this.registry = registry;
    }

    /// Audit's word if the draft is still open after it; absent when it is open no longer.
    Fate.@Nullable Undecided settle(Draft draft, StoredGroup group) {
        switch (DraftLife.fate(draft, states.find(draft.id()))) {
            case Fate.Undecided undecided -> {
                acknowledge(draft, group, undecided);
                return draft.phase().isOpen() ? undecided : null;
            }
            case Fate.Sealed(List<RowCitation> billed) -> {
                if (draft.phase() != Draft.Phase.SEALED) {
                    keepOnly(draft, group, billed, Claim.State.OPEN);
                    drafts.setPhase(draft.id(), Draft.Phase.SEALED, clock.instant());
                }
            }
            case Fate.Posted posted -> post(draft, group, posted);
            case Fate.Rejected _ -> {
                release(draft, group, true);
                end(draft, group, Draft.Phase.REJECTED);
            }
            case Fate.Failed _ -> {
                release(draft, group, true);
                end(draft, group, Draft.Phase.FAILED);
            }
            case Fate.Reversed _ -> {
                release(draft, group, true);
                end(draft, group, Draft.Phase.VOIDED);
            }
            case Fate.Lapsed _ -> {
                release(draft, group, false);
                end(draft, group, Draft.Phase.LAPSED);
            }
            case Fate.Withdrawn _ -> {
                release(draft, group, false);
                end(draft, group, Draft.Phase.WITHDRAWN);
            }
        }
        return null;
    }

    /// What left in an accepted revision is free; what a person rejected is used up.
    private void acknowledge(Draft draft, StoredGroup group, Fate.Undecided word) {
        for (Claim claim : claims.of(draft.id())) {
            if (claim.state() == Claim.State.LEAVING
                    && word.accepted()
                    && draft.phase() != Draft.Phase.WITHDRAWING) {
                free(claim, group);
            } else if (claim.state() == Claim.State.OPEN
                    && word.rejectedRows().contains(claim.row())) {
                markings.used(claim.row(), claim.occurrence());
            }
        }
    }

    private void post(Draft draft, StoredGroup group, Fate.Posted posted) {
        keepOnly(draft, group, posted.rows(), Claim.State.BILLED);
        for (RowCitation row : posted.rows()) {
            markings.used(row.row(), row.occurrence());
        }
        drafts.setInvoice(draft.id(), posted.invoice().invoiceId());
        end(draft, group, Draft.Phase.POSTED);
        for (RowCitation row : posted.rows()) {
            rowFindings.report(row.row(), draft.realm(), group.cause());
        }
        if (books.isInvoiceGone(draft.realm(), posted.invoice().invoiceId())) {
            voided(draft, group);
        }
    }

    /// The draft's invoice counts no longer: its rows are free, but must be marked ready anew.
    void voided(Draft draft, StoredGroup group) {
        for (Claim claim : claims.of(draft.id())) {
            if (claim.state() == Claim.State.BILLED) {
                free(claim, group);
            }
        }
        drafts.setPhase(draft.id(), Draft.Phase.VOIDED, clock.instant());
        count(Draft.Phase.VOIDED);
    }

    private void keepOnly(
            Draft draft, StoredGroup group, List<RowCitation> kept, Claim.State state) {
        for (Claim claim : claims.of(draft.id())) {
            boolean isKept =
                    kept.stream()
                            .anyMatch(row ->
                                    row.row().equals(claim.row())
                                            && row.occurrence() == claim.occurrence());
            if (isKept) {
                claims.set(claim, state);
            } else if (claim.holds()) {
                free(claim, group);
            }
        }
    }

    private void release(Draft draft, StoredGroup group, boolean used) {
        for (Claim claim : claims.of(draft.id())) {
            if (claim.holds()) {
                if (used) {
                    markings.used(claim.row(), claim.occurrence());
                }
                free(claim, group);
            }
        }
    }

    /// Gives the row back, and wakes whoever may have waited for it or for its hours.
    private void free(Claim claim, StoredGroup group) {
        claims.set(claim, Claim.State.FREED);
        wakeGroupOf(claim.row());
        wake.hoursFreed(group.group().realmId(), group.group().projectKey());
    }

    private void wakeGroupOf(RowRef row) {
        rows.groupOf(row).ifPresent(wake::now);
    }

    private void end(Draft draft, StoredGroup group, Draft.Phase phase) {
        drafts.setPhase(draft.id(), phase, clock.instant());
        closed.tell(draft, phase, group.cause());
        count(phase);
    }

    private void count(Draft.Phase phase) {
        registry.counter("drafts", "outcome", phase.name().toLowerCase(Locale.ROOT)).increment();
    }
}
