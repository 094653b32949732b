package io.tieout.reconcile.proposing;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was last proposed and found for a row.
///
/// @param revision last revision that was published, 0 before the first
/// @param wanted what that revision writes
/// @param shown what the row showed then
/// @param auditRevision the revision that audit is at
/// @param ended whether nothing more happens to that revision by itself
/// @param findingSaid what else it said then
/// @param findingKind as what the finding was last published
record Reconciliation(
        RowRef row,
        ProposalId proposalId,
        int revision,
        Cells wanted,
        Cells shown,
        int auditRevision,
        int refusedRevision,
        boolean ended,
        Finding finding,
        String findingDetail,
        String findingSaid,
        @Nullable FindingKind findingKind,
        @Nullable Instant foundAt) {
    /// What is on record about the row.
    enum Finding {
        NONE,
        MATCHED,
        MISSING,
        REVIEW
    }

    /// Whether another revision may follow: the last one is over, or was never taken.
    boolean isFree() {
        return revision == 0 || refusedRevision >= revision || (ended && auditRevision >= revision);
    }

    int nextRevision() {
        return Math.max(Math.max(revision, auditRevision), refusedRevision) + 1;
    }

    Reconciliation proposed(int newRevision, Cells newWanted, Cells nowShown) {
        return new Reconciliation(
                row,
                proposalId,
                newRevision,
                newWanted,
                nowShown,
                auditRevision,
                refusedRevision,
                false,
                finding,
                findingDetail,
                findingSaid,
                findingKind,
                foundAt);
    }

    Reconciliation found(
            Finding newFinding,
            String detail,
            String said,
            @Nullable FindingKind kind,
            Instant at) {
        return new Reconciliation(
                row,
                proposalId,
                revision,
                wanted,
                shown,
                auditRevision,
                refusedRevision,
                ended,
                newFinding,
                detail,
                said,
                kind,
                at);
    }
}
