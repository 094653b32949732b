package io.tieout.ingest.hydration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RowId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a callback says: which rows to look at, and whether more than rows changed. Smartsheet's
/// documents and its real callbacks spell field names differently, so case does not matter.
///
/// @param rows changed by others; what our own writes changed is known without reading
/// @param sheetChanged columns came, went or changed, or the sheet itself did
/// @param surroundingsChanged others said something, attached something or took it off; the
///   callback does not say on which row
/// @param statusChanged the callback is about the webhook, not about the sheet
record CallbackContents(
        String nonce,
        Set<RowId> rows,
        boolean sheetChanged,
        boolean surroundingsChanged,
        boolean statusChanged) {
    private static final ErrorCode UNREADABLE = new ErrorCode("unreadable-callback");
    private static final Set<String> BESIDE_CELLS = Set.of("attachment", "comment", "discussion");

    CallbackContents {
        rows = Set.copyOf(rows);
    }

    /// @param changeAgent what our own writes are recognised by
    static CallbackContents parse(String body, String changeAgent) {
        JsonNode json = json(body);
        String nonce = text(json, "nonce");
        if (nonce == null) {
            throw new ContractViolation(UNREADABLE, "The callback has no nonce", null);
        }
        Set<RowId> rows = new LinkedHashSet<>();
        boolean sheetChanged = false;
        boolean surroundingsChanged = false;
        for (JsonNode event : field(json, "events")) {
            String type = text(event, "objectType");
            String row =
                    switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
                        case "row" -> text(event, "id");
                        case "cell" -> text(event, "rowId");
                        default -> null;
                    };
            if (row != null && isOwn(event, changeAgent)) {
                continue;
            }
            if (row != null) {
                rows.add(new RowId(row));
            } else if ("column".equalsIgnoreCase(type) || "sheet".equalsIgnoreCase(type)) {
                sheetChanged = true;
            } else if (isBesideCells(type) && !isOwn(event, changeAgent)) {
                surroundingsChanged = true;
            }
        }
        return new CallbackContents(
                nonce,
                rows,
                sheetChanged,
                surroundingsChanged,
                text(json, "newWebhookStatus") != null);
    }

    /// Whether the sheet must be looked at.
    boolean isNews() {
        return statusChanged || sheetChanged || surroundingsChanged || !rows.isEmpty();
    }

    private static boolean isBesideCells(@Nullable String type) {
        return type != null && BESIDE_CELLS.contains(type.toLowerCase(Locale.ROOT));
    }

    /// Only what came from us alone: an agent that reacts to ours is somebody else.
    private static boolean isOwn(JsonNode event, String changeAgent) {
        String agents = text(event, "changeAgent");
        return agents != null && agents.strip().equals(changeAgent);
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = WireJson.mapper().readTree(body);
            if (json == null || !json.isObject()) {
                throw new ContractViolation(UNREADABLE, "The callback is no JSON object", null);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new ContractViolation(
                    UNREADABLE, "The callback is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = field(object, name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText()
                : null;
    }

    private static JsonNode field(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }
}
