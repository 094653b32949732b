package io.tieout.invoice;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;

/// The event that something follows from, and the chain that it belongs to.
public record Cause(CorrelationId correlation, EventId event) {
    public static Cause of(EventEnvelope<?> event) {
        return new Cause(event.correlationId(), event.eventId());
    }
}
