package io.tieout.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.error.ErrorCode;
import io.tieout.model.envelope.EventEnvelope;
import java.io.IOException;

/// The one way in which Tieout writes and reads JSON: exact decimals, ISO dates, absent instead of
/// null, unknown fields ignored.
public final class WireJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(8_000_000)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .build())
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private WireJson() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Object value) {
        try {
            return writer(value).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    public static String text(Object value) {
        try {
            return writer(value).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /// Reads what Tieout itself stored; what cannot be read is a bug.
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read stored " + type.getSimpleName(), e);
        }
    }

    /// Reads an event; whatever does not fit the contract is a `ContractViolation`.
    public static <T> EventEnvelope<T> readEvent(byte[] bytes, Class<T> payloadType) {
        JavaType type =
                MAPPER.getTypeFactory().constructParametricType(EventEnvelope.class, payloadType);
        try {
            EventEnvelope<T> event = MAPPER.readValue(bytes, type);
            if (event == null || event.payload() == null || event.eventId() == null) {
                throw new ContractViolation(
                        ErrorCode.UNREADABLE, "The message has no event id or no payload", null);
            }
            return event;
        } catch (IOException e) {
            throw new ContractViolation(
                    ErrorCode.UNREADABLE,
                    "Not a " + payloadType.getSimpleName() + ": " + firstLine(e),
                    e);
        }
    }

    /// An envelope is written by its payload's own type: seen only as `T`, the payload would lose
    /// its wire name.
    private static ObjectWriter writer(Object value) {
        return value instanceof EventEnvelope<?> event
                ? MAPPER.writerFor(
                        MAPPER.getTypeFactory()
                                .constructParametricType(
                                        EventEnvelope.class, event.payload().getClass()))
                : MAPPER.writer();
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
