package io.tieout.console.finding;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finding as the console keeps it.
///
/// @param opened the event that opened it, with rows and candidates; absent when only its end was
///   seen
public record Finding(
        RealmId realmId,
        FindingId findingId,
        boolean open,
        FindingKind kind,
        Severity severity,
        String raisedBy,
        @Nullable ProposalId proposalId,
        String title,
        String detail,
        String remedy,
        @Nullable Money amount,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        String correlationId,
        @Nullable FindingOpened opened) {}
