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
        Instant openedAt,
        @Nullable ProposalId noticeId,
        int noticeRevision,
        @Nullable String noticeReference) {}
