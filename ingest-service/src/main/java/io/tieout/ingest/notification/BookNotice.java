package io.tieout.ingest.notification;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import org.jspecify.annotations.Nullable;

/// One thing that a notification says: a hint, never the truth.
///
/// @param type absent for entities that Tieout does not follow
/// @param mergedAway the entity that was merged into this one
record BookNotice(
        RealmId realm,
        @Nullable EntityType type,
        EntityId id,
        Operation operation,
        @Nullable EntityId mergedAway) {
    /// What is said to have happened.
    enum Operation {
        CHANGED,
        DELETED,
        MERGED
    }
}
