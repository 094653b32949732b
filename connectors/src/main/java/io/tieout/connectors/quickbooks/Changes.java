package io.tieout.connectors.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changed in a company since a moment.
///
/// @param changed whole entities by type; treat as read-only
/// @param deleted claims to be confirmed by a read before money moves (CDC has been wrong once)
/// @param serverTime where the next look begins, minus an overlap
/// @param truncated the answer was full (1,000 objects in all): ask again for less, or by query
public record Changes(
        Map<EntityType, List<ObjectNode>> changed,
        List<Deletion> deleted,
        Instant serverTime,
        boolean truncated) {
    public Changes {
        changed = Map.copyOf(changed);
        deleted = List.copyOf(deleted);
    }

    /// An entity said to be deleted; CDC gives neither SyncToken nor content.
    public record Deletion(EntityType type, EntityId id, @Nullable Instant lastUpdated) {}
}
