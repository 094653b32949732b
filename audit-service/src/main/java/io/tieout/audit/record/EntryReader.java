package io.tieout.audit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.SheetId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Reads from any record of any topic what a chain keeps of it, whether or not it fits a contract.
final class EntryReader {
    /// The chain of what belongs to no realm.
    static final String SYSTEM_CHAIN = "system";

    private static final String QUICKBOOKS = "quickbooks:";

    private final Function<SheetId, Optional<String>> realmOfSheet;

    EntryReader(Function<SheetId, Optional<String>> realmOfSheet) {
        this.realmOfSheet = realmOfSheet;
    }

    Entry read(ConsumerRecord<String, byte[]> record, Instant at) {
        String text = new String(record.value(), StandardCharsets.UTF_8);
        JsonNode event = json(record.value());
        JsonNode payload = event.path("payload");
        boolean dead = record.topic().endsWith(".dlq");
        EventId id = dead ? position(record) : eventId(event).orElseGet(() -> position(record));
        return new Entry(
                chain(event, payload),
                at,
                record.topic(),
                id,
                textOf(event.path("correlationId")),
                proposalId(payload),
                dead ? "dead-letter" : kind(record, payload),
                dead || payload.isMissingNode() ? wrapped(record, text) : text);
    }

    private static JsonNode json(byte[] value) {
        try {
            JsonNode node = WireJson.mapper().readTree(value);
            return node == null ? WireJson.mapper().missingNode() : node;
        } catch (IOException _) {
            return WireJson.mapper().missingNode();
        }
    }

    private String chain(JsonNode event, JsonNode payload) {
        for (String path : new String[] {"/realmId", "/proposal/realmId", "/receipt/realmId"}) {
            String realm = textOf(payload.at(path));
            if (realm != null && !realm.isBlank()) {
                return realm;
            }
        }
        String connection = event.path("connection").asText("");
        if (connection.startsWith(QUICKBOOKS)) {
            return connection.substring(QUICKBOOKS.length());
        }
        String sheet = payload.path("sheetId").asText("");
        return sheet.isBlank()
                ? SYSTEM_CHAIN
                : realmOfSheet.apply(new SheetId(sheet)).orElse(SYSTEM_CHAIN);
    }

    private static Optional<EventId> eventId(JsonNode event) {
        try {
            return Optional.of(EventId.of(event.path("eventId").asText("")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A record without an id of its own is known by where it lies, so that it is recorded once.
    private static EventId position(ConsumerRecord<String, byte[]> record) {
        String place = "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
        return new EventId(UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable ProposalId proposalId(JsonNode payload) {
        for (String path :
                new String[] {"/proposalId", "/proposal/proposalId", "/receipt/proposalId"}) {
            try {
                return ProposalId.of(payload.at(path).asText(""));
            } catch (IllegalArgumentException _) {
                // look at the next place
            }
        }
        return null;
    }

    private static String kind(ConsumerRecord<String, byte[]> record, JsonNode payload) {
        String type = textOf(payload.path("type"));
        if (type != null && !type.isBlank()) {
            return type;
        }
        String[] parts = record.topic().split("\\.", -1);
        return parts.length > 1 ? parts[1] : record.topic();
    }

    private static String wrapped(ConsumerRecord<String, byte[]> record, String text) {
        ObjectNode wrapper = WireJson.mapper().createObjectNode();
        wrapper.put("key", record.key());
        ObjectNode headers = wrapper.putObject("headers");
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        wrapper.put("value", text);
        try {
            return WireJson.mapper().writeValueAsString(wrapper);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot wrap a record of " + record.topic(), e);
        }
    }

    private static @Nullable String textOf(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText().replace('\0', ' ') : null;
    }
}
