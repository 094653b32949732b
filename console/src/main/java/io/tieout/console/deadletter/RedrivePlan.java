package io.tieout.console.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.intake.DeadLetterHeaders;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.Uuid7;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What would be sent for a dead letter, or why nothing can be.
sealed interface RedrivePlan {
    /// One record, for one group.
    ///
    /// @param newEventId the patched message's own id; absent when the bytes go as they came
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Send(
            String topic,
            String key,
            byte[] value,
            Map<String, String> headers,
            @Nullable UUID newEventId)
            implements RedrivePlan {}

    /// Nothing, because of this.
    record Refused(String sentence) implements RedrivePlan {}

    static RedrivePlan of(DeadLetter letter, Patch patch, String person, Instant now) {
        if (!letter.isOpen() && letter.redriven() != null) {
            return new Refused(
                    "%s redrove it at %s already."
                            .formatted(letter.redriven().by(), letter.redriven().at()));
        }
        Optional<Topic<?>> topic =
                Topics.ALL.stream()
                        .filter(known -> known.name().equals(letter.cause().topic()))
                        .findFirst();
        if (topic.isEmpty()) {
            return new Refused("There is no topic " + letter.cause().topic() + " any more.");
        }
        if (!topic.get().readers().contains(letter.cause().group())) {
            return new Refused(
                    "%s does not read %s, so nobody would act on it."
                            .formatted(letter.cause().group(), letter.cause().topic()));
        }
        return switch (patch) {
            case Patch.None _ -> send(letter, topic.get(), letter.value(), person, null);
            case Patch.Merge(JsonNode changes) ->
                    patched(letter, topic.get(), merged(letter.value(), changes), person, now);
            case Patch.Replacement(String text) ->
                    patched(
                            letter,
                            topic.get(),
                            json(text.getBytes(StandardCharsets.UTF_8)),
                            person,
                            now);
        };
    }

    /// A patched message is a new event, caused by the old one, and has to fit the contract.
    private static RedrivePlan patched(
            DeadLetter letter,
            Topic<?> topic,
            Optional<ObjectNode> changed,
            String person,
            Instant now) {
        if (changed.isEmpty()) {
            return new Refused(
                    "The message is not a JSON object, so it cannot be patched part by part; send a whole new text.");
        }
        ObjectNode message = changed.get();
        UUID eventId = Uuid7.at(now);
        String old = message.path("eventId").asText("");
        message.put("eventId", eventId.toString());
        message.put("occurredAt", now.toString());
        if (old.matches("[0-9a-fA-F-]{36}")) {
            message.put("causationId", old);
        }
        byte[] value = WireJson.write(message);
        try {
            WireJson.readEvent(value, topic.payloadType());
        } catch (ContractViolation e) {
            return new Refused("Patched, it still does not fit the contract: " + e.getMessage());
        }
        return send(letter, topic, value, person, eventId);
    }

    private static RedrivePlan send(
            DeadLetter letter,
            Topic<?> topic,
            byte[] value,
            String person,
            @Nullable UUID newEventId) {
        return new Send(
                topic.redriveName(),
                letter.key(),
                value,
                Map.of(
                        DeadLetterHeaders.REDRIVE_GROUP,
                        letter.cause().group(),
                        DeadLetterHeaders.REDRIVEN_BY,
                        person),
                newEventId);
    }

    private static Optional<ObjectNode> merged(byte[] value, JsonNode changes) {
        return json(value)
                .map(message -> {
                    message.set("payload", merge(message.path("payload"), changes));
                    return message;
                });
    }

    /// RFC 7396: objects are merged, null takes away, everything else replaces.
    private static JsonNode merge(JsonNode target, JsonNode changes) {
        if (!changes.isObject()) {
            return changes;
        }
        ObjectNode result =
                target.isObject()
                        ? ((ObjectNode) target).deepCopy()
                        : WireJson.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merge(result.path(change.getKey()), change.getValue()));
            }
        }
        return result;
    }

    private static Optional<ObjectNode> json(byte[] value) {
        try {
            JsonNode node = WireJson.mapper().readTree(value);
            return node != null && node.isObject()
                    ? Optional.of((ObjectNode) node)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
