package io.tieout.model.finding;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import org.jspecify.annotations.Nullable;

/// A counterpart that may have been meant.
///
/// @param score similarity in thousandths, 1000 for equal
/// @param note why it was not taken, such as `inactive`
public record Candidate(
        EntityType entityType, EntityId id, String name, int score, @Nullable String note) {}
