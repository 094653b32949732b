package io.tieout.model.finding;

import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finding that holds no longer, and why.
///
/// @param title as it had when it was open, since compaction takes the opening away; absent in
///   events written before there was one
public record FindingResolved(
        FindingId findingId,
        RealmId realmId,
        FindingKind kind,
        String resolution,
        Instant resolvedAt,
        @Nullable String title)
        implements FindingEvent {
    /// One whose title is not known any more.
    public FindingResolved(
            FindingId findingId,
            RealmId realmId,
            FindingKind kind,
            String resolution,
            Instant resolvedAt) {
        this(findingId, realmId, kind, resolution, resolvedAt, null);
    }
}
