package io.tieout.twin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// One item that a mutating call really changed: batches and multi-row updates yield several.
public record Change(
        String operation,
        String target,
        String entityId,
        JsonNode body,
        @Nullable String requestId,
        @Nullable String bId,
        @Nullable String changeAgent) {

    public static Change of(String operation, String target, String entityId, JsonNode body) {
        return new Change(operation, target, entityId, body, null, null, null);
    }

    public Change by(@Nullable String agent) {
        return new Change(operation, target, entityId, body, requestId, bId, agent);
    }

    public Change under(@Nullable String request, @Nullable String item) {
        return new Change(operation, target, entityId, body, request, item, changeAgent);
    }
}
