package io.tieout.model.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.topic.Topic;
import java.time.Instant;

/// Writes and reads events the way the services do.
final class Contracts {
    static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private Contracts() {}

    static <T> EventEnvelope<T> envelope(T payload) {
        return new EventEnvelope<>(
                EventId.of("019aa9a5-0000-7000-8000-000000000001"),
                Instant.parse("2026-11-22T10:15:30Z"),
                new ConnectionId("quickbooks:9130350000000001"),
                new SourceRevision(7, 1),
                new CorrelationId("019aa9a5-0000-7000-8000-0000000000aa"),
                EventId.of("019aa9a5-0000-7000-8000-000000000002"),
                1,
                payload);
    }

    static JavaType type(Topic<?> topic) {
        return MAPPER.getTypeFactory()
                .constructParametricType(EventEnvelope.class, topic.payloadType());
    }
}
