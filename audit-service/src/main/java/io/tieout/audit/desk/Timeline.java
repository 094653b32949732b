package io.tieout.audit.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.audit.record.ChainRecord;
import io.tieout.kit.json.WireJson;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The life of a proposal in words, one line for each record.
final class Timeline {
    private static final int TEXT_LENGTH_MAX = 600;

    private Timeline() {}

    /// One thing that happened.
    ///
    /// @param type stable name, such as `proposal-made`, `reviewed`, `decision`, `release` or
    ///   `effect-done`
    /// @param actor service or person
    /// @param hash of the record in its chain
    record Moment(Instant at, long sequence, String type, String actor, String hash, String text) {}

    /// States only repeat what the other records say.
    static List<Moment> of(List<ChainRecord> records) {
        return records.stream()
                .filter(record -> !record.entry().topic().startsWith(Topics.PROPOSAL_STATES.name()))
                .map(Timeline::moment)
                .toList();
    }

    private static Moment moment(ChainRecord record) {
        JsonNode payload = payload(record);
        String type =
                record.entry().kind().equals("decisions") ? "decision" : record.entry().kind();
        String text = text(type, payload);
        return new Moment(
                record.entry().at(),
                record.sequence(),
                type,
                actor(type, payload),
                record.hash(),
                text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX));
    }

    private static JsonNode payload(ChainRecord record) {
        try {
            JsonNode whole = WireJson.mapper().readTree(record.entry().payload());
            return whole.has("payload") ? whole.path("payload") : whole;
        } catch (JsonProcessingException _) {
            return WireJson.mapper().missingNode();
        }
    }

    private static String actor(String type, JsonNode payload) {
        return switch (type) {
            case "proposal-made" -> payload.path("preparedBy").asText("");
            case "decision", "decision-counted", "decision-refused", "unknown-resolved" ->
                    payload.path("person").asText("");
            case "finding-opened" -> payload.path("raisedBy").asText(Services.AUDIT);
            case "effect-done", "effect-failed", "effect-refused", "effect-unknown" ->
                    Services.WRITEBACK;
            default -> Services.AUDIT;
        };
    }

    private static String text(String type, JsonNode payload) {
        return switch (type) {
            case "proposal-made" ->
                    "%s, revision %s: %s"
                            .formatted(
                                    payload.path("reference").asText(),
                                    payload.path("revision").asText(),
                                    payload.path("summary").asText());
            case "proposal-withdrawn" -> "Withdrawn: " + payload.path("reason").asText();
            case "reviewed" -> reviewed(payload);
            case "waiting" -> payload.path("reason").asText();
            case "decision" -> decision(payload);
            case "decision-counted" -> "The decision counts";
            case "decision-refused" -> "Has no effect: " + payload.path("reason").asText();
            case "release" -> release(payload);
            case "effect-done" ->
                    "%s (%s)"
                            .formatted(
                                    result(payload.path("result")),
                                    payload.path("effectId").asText());
            case "effect-failed", "effect-unknown", "effect-refused" ->
                    "%s: %s"
                            .formatted(
                                    payload.path("effectId").asText(),
                                    payload.path("message").asText());
            case "unknown-resolved" ->
                    "%s %s"
                            .formatted(
                                    payload.path("effectId").asText(),
                                    payload.path("happened").asBoolean()
                                            ? "happened"
                                            : "did not happen");
            case "finding-opened" -> payload.path("title").asText();
            case "finding-resolved" -> payload.path("resolution").asText();
            default -> type;
        };
    }

    private static String reviewed(JsonNode payload) {
        List<String> objections = new ArrayList<>();
        for (JsonNode result : payload.path("results")) {
            if (!result.path("passed").asBoolean()) {
                objections.add(
                        "%s: %s"
                                .formatted(
                                        result.path("rule").asText(),
                                        result.path("detail").asText()));
            }
        }
        if (!objections.isEmpty()) {
            return "Held: " + String.join(" ", objections);
        }
        List<String> needed = new ArrayList<>();
        payload.path("approvalsNeeded")
                .forEach(need -> needed.add(need.path("role").asText().toLowerCase(Locale.ROOT)));
        String wait = payload.path("waitReason").asText("");
        return "%d rules passed%s%s"
                .formatted(
                        payload.path("results").size(),
                        needed.isEmpty() ? "" : "; asks for " + String.join(" and ", needed),
                        wait.isEmpty() ? "" : "; " + wait);
    }

    private static String decision(JsonNode payload) {
        String reason = payload.path("reason").asText("");
        return "%s through the %s%s"
                .formatted(
                        payload.path("verdict").asText().toLowerCase(Locale.ROOT),
                        payload.path("channel").asText().toLowerCase(Locale.ROOT),
                        reason.isEmpty() ? "" : ": " + reason);
    }

    private static String release(JsonNode payload) {
        String until = payload.at("/receipt/notAfter").asText();
        return "May now %s (%s), until %s"
                .formatted(
                        deed(payload.at("/effect/type").asText()),
                        payload.at("/receipt/effectId").asText(),
                        until.replaceAll("^.*T([0-9:]{8}).*Z$", "$1 UTC"));
    }

    /// `update-rows` is `update rows`.
    private static String deed(String type) {
        return type.replace('-', ' ');
    }

    private static String result(JsonNode result) {
        return switch (result.path("type").asText("")) {
            case "invoice-created" ->
                    "Invoice %s is in QuickBooks, id %s"
                            .formatted(
                                    result.path("number").asText("without number"),
                                    result.path("invoiceId").asText());
            case "rows-updated" ->
                    "The rows are written, the sheet is at version "
                            + result.path("sheetVersion").asText();
            case "mail-sent" -> "The mail is sent as " + result.path("messageId").asText();
            case "" -> "Done";
            case String type -> "Done: " + deed(type);
        };
    }
}
