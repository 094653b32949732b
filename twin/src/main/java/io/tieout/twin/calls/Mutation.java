package io.tieout.twin.calls;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One item of a mutating call that took effect; its body is kept as compact JSON.
public record Mutation(
        long seq,
        long callSeq,
        Instant at,
        String vendor,
        String operation,
        String target,
        String entityId,
        @JsonRawValue String body,
        @Nullable String requestId,
        @Nullable String bId,
        @Nullable String changeAgent) {}
