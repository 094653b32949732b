package io.tieout.model.quickbooks;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;

/// An entity that was deleted, voided, or merged into another.
public record EntityGone(RealmId realmId, EntityType entityType, EntityId id, Reason reason)
        implements EntityEvent {
    /// Why it counts no longer.
    public enum Reason {
        DELETED,
        VOIDED,
        MERGED
    }

    @Override
    public String key() {
        return realmId + ":" + entityType.wireName() + ":" + id;
    }
}
