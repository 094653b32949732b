package io.tieout.model.finding;

import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import java.time.Instant;

/// A finding that holds no longer, and why.
public record FindingResolved(
        FindingId findingId,
        RealmId realmId,
        FindingKind kind,
        String resolution,
        Instant resolvedAt)
        implements FindingEvent {}
