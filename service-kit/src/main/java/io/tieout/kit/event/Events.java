package io.tieout.kit.event;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes envelopes that keep connection, correlation and cause.
@ApplicationScoped
public class Events {
    private static final int SCHEMA_VERSION = 1;

    private final Clock clock;

    public Events(Clock clock) {
        this.clock = clock;
    }

    /// An event caused by another, within the same connection.
    public <T> EventEnvelope<T> caused(EventEnvelope<?> cause, T payload) {
        return caused(cause, cause.connection(), SourceRevision.NONE, payload);
    }

    public <T> EventEnvelope<T> caused(
            EventEnvelope<?> cause, ConnectionId connection, SourceRevision revision, T payload) {
        return following(connection, revision, cause.correlationId(), cause.eventId(), payload);
    }

    /// The first event of a chain.
    public <T> EventEnvelope<T> started(
            ConnectionId connection,
            SourceRevision revision,
            CorrelationId correlation,
            T payload) {
        return following(connection, revision, correlation, null, payload);
    }

    public <T> EventEnvelope<T> following(
            ConnectionId connection,
            SourceRevision revision,
            CorrelationId correlation,
            @Nullable EventId cause,
            T payload) {
        Instant now = clock.instant();
        return new EventEnvelope<>(
                new EventId(Uuid7.at(now)),
                now,
                connection,
                revision,
                correlation,
                cause,
                SCHEMA_VERSION,
                payload);
    }

    /// A correlation id for a chain that starts here.
    public CorrelationId newCorrelation() {
        return new CorrelationId(Uuid7.at(clock.instant()).toString());
    }
}
