package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.quickbooks.Changes;
import io.tieout.model.quickbooks.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Changes whose deletions of documents were confirmed by a read.
///
/// @param serverTime where the next look begins, minus an overlap
/// @param cutOff whether deletions may be missing, which only a sweep finds
record ConfirmedChanges(
        Map<EntityType, List<ObjectNode>> changed,
        List<Changes.Deletion> deleted,
        Instant serverTime,
        boolean cutOff) {
    ConfirmedChanges {
        changed = Map.copyOf(changed);
        deleted = List.copyOf(deleted);
    }
}
