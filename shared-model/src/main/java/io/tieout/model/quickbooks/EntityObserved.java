package io.tieout.model.quickbooks;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import java.time.Instant;

/// An entity as it is now, inactive ones included.
public record EntityObserved(
        RealmId realmId,
        EntityType entityType,
        EntityId id,
        boolean active,
        Instant lastUpdated,
        Entity entity)
        implements EntityEvent {
    @Override
    public String key() {
        return realmId + ":" + entityType.wireName() + ":" + id;
    }
}
