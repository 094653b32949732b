package io.tieout.twin.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One item of a mutating call that took effect.
public record Mutation(
        long seq,
        long callSeq,
        Instant at,
        String vendor,
        String operation,
        String target,
        String entityId,
        JsonNode body,
        @Nullable String requestId,
        @Nullable String bId,
        @Nullable String changeAgent) {}
