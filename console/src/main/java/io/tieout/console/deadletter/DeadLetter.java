package io.tieout.console.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that a consumer could not process, with its bytes as they came.
@SuppressWarnings("ArrayRecordComponent") // compared by id, never by its bytes
record DeadLetter(
        UUID id,
        Cause cause,
        String key,
        byte[] value,
        String reason,
        String stack,
        int attempts,
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        String correlationId,
        Instant givenUpAt,
        @Nullable Redriven redriven) {
    /// What many dead letters have in common.
    ///
    /// @param topic the topic they belong to, whichever of its dead-letter or redrive topics they
    ///   came by
    record Cause(String errorCode, String topic, String group) {}

    /// Its second chance.
    record Redriven(Instant at, String by, boolean patched, @Nullable UUID newEventId) {}

    boolean isOpen() {
        return redriven == null;
    }
}
