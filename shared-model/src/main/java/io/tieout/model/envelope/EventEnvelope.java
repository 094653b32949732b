package io.tieout.model.envelope;

import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What every event carries: who it is, when it happened, where it belongs, how new it is at its
/// source, and what caused it.
///
/// @param causationId the event that led to this one; absent at the start of a chain
public record EventEnvelope<T>(
        EventId eventId,
        Instant occurredAt,
        ConnectionId connection,
        SourceRevision sourceRevision,
        CorrelationId correlationId,
        @Nullable EventId causationId,
        int schemaVersion,
        T payload) {
    public EventEnvelope {
        if (schemaVersion < 1) {
            throw new IllegalArgumentException("schemaVersion starts at 1");
        }
    }
}
