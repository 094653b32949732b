package io.tieout.invoice.drafts;

import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.WorkGroup;
import io.tieout.model.proposal.Evidence.RowCitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The rows that a draft holds: gives them back, keeps them, or marks them billed, and wakes
/// whoever may have waited for one.
@ApplicationScoped
class HeldRows {
    private final Claims claims;
    private final Markings markings;
    private final Rows rows;
    private final WakeDrafts wake;

    HeldRows(Claims claims, Markings markings, Rows rows, WakeDrafts wake) {
        this.claims = claims;
        this.markings = markings;
        this.rows = rows;
        this.wake = wake;
    }

    /// What left in an accepted revision is free; what a person rejected is used up.
    void acknowledge(Draft draft, WorkGroup group, Fate.Undecided word) {
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

    /// The invoice has exactly these rows: whatever else the draft held is free.
    void keepOnly(Draft draft, WorkGroup group, List<RowCitation> kept, Claim.State state) {
        for (Claim claim : claims.of(draft.id())) {
            if (kept.stream().anyMatch(row -> isOf(claim, row))) {
                claims.set(claim, state);
            } else if (claim.holds()) {
                free(claim, group);
            }
        }
    }

    private static boolean isOf(Claim claim, RowCitation row) {
        return row.row().equals(claim.row()) && row.occurrence() == claim.occurrence();
    }

    /// These rows are on an invoice: their markings are used up.
    void billed(Draft draft, WorkGroup group, List<RowCitation> billed) {
        keepOnly(draft, group, billed, Claim.State.BILLED);
        for (RowCitation row : billed) {
            markings.used(row.row(), row.occurrence());
        }
    }

    /// The draft came to nothing.
    ///
    /// @param used whether its rows must be marked ready anew before they count again
    void release(Draft draft, WorkGroup group, boolean used) {
        for (Claim claim : claims.of(draft.id())) {
            if (claim.holds()) {
                if (used) {
                    markings.used(claim.row(), claim.occurrence());
                }
                free(claim, group);
            }
        }
    }

    private void free(Claim claim, WorkGroup group) {
        claims.set(claim, Claim.State.FREED);
        rows.groupOf(claim.row()).ifPresent(wake::now);
        wake.hoursFreed(group.realmId(), group.projectKey());
    }
}
