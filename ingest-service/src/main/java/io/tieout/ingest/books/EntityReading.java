package io.tieout.ingest.books;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.time.Instant;

/// What one entity's JSON says.
sealed interface EntityReading {
    EntityType type();

    EntityId id();

    /// An entity as it is.
    record Present(
            EntityType type,
            EntityId id,
            long syncToken,
            Instant lastUpdated,
            boolean active,
            boolean voided,
            Entity entity)
            implements EntityReading {}

    /// It lacks something that every such entity has.
    record Unreadable(EntityType type, EntityId id, String why) implements EntityReading {}
}
