package io.tieout.invoice.findings;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finding as last told, and the notice that tells it on its rows.
///
/// @param occurrence how often it was opened
/// @param title as last told; absent when that was before titles were kept
/// @param noticeRevision 0 before the first
record StoredFinding(
        FindingId id,
        String scope,
        RealmId realm,
        FindingKind kind,
        boolean open,
        int occurrence,
        long changedMillis,
        String fingerprint,
        @Nullable String title,
        Instant openedAt,
        @Nullable ProposalId noticeId,
        int noticeRevision,
        @Nullable String noticeReference) {
    static StoredFinding first(
            FindingId id,
            String scope,
            RealmId realm,
            FindingKind kind,
            String fingerprint,
            String title,
            Instant now) {
        return new StoredFinding(
                id,
                scope,
                realm,
                kind,
                true,
                1,
                now.toEpochMilli(),
                fingerprint,
                title,
                now,
                null,
                0,
                null);
    }

    /// It holds, and says this: a further word on it, or a new occurrence when it was over.
    StoredFinding holding(String newFingerprint, String newTitle, Instant now) {
        return open
                ? new StoredFinding(
                        id,
                        scope,
                        realm,
                        kind,
                        true,
                        occurrence,
                        later(now),
                        newFingerprint,
                        newTitle,
                        openedAt,
                        noticeId,
                        noticeRevision,
                        noticeReference)
                : new StoredFinding(
                        id,
                        scope,
                        realm,
                        kind,
                        true,
                        occurrence + 1,
                        later(now),
                        newFingerprint,
                        newTitle,
                        now,
                        null,
                        0,
                        null);
    }

    StoredFinding over(Instant now) {
        return new StoredFinding(
                id,
                scope,
                realm,
                kind,
                false,
                occurrence,
                later(now),
                fingerprint,
                title,
                openedAt,
                noticeId,
                noticeRevision,
                noticeReference);
    }

    StoredFinding noted(ProposalId notice, int revision, String reference) {
        return new StoredFinding(
                id,
                scope,
                realm,
                kind,
                open,
                occurrence,
                changedMillis,
                fingerprint,
                title,
                openedAt,
                notice,
                revision,
                reference);
    }

    /// Each word on a finding is newer than the one before, even within a millisecond.
    private long later(Instant now) {
        return Math.max(now.toEpochMilli(), changedMillis + 1);
    }
}
