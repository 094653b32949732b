package io.tieout.connectors.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tieout.connectors.Secret;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.UnreadableAnswer;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Turns Smartsheet's JSON into records; tolerates what it does not know.
final class SmartsheetJson {
    private SmartsheetJson() {}

    /// Empty for the bare version that answers `ifVersionAfter` when nothing is newer.
    static Optional<SheetSnapshot> snapshot(JsonNode sheet) {
        if (!sheet.has("id") && sheet.has("version")) {
            return Optional.empty();
        }
        return Optional.of(whole(sheet));
    }

    static long version(JsonNode answer) {
        return Long.parseLong(required(answer, "version"));
    }

    private static SheetSnapshot whole(JsonNode sheet) {
        return new SheetSnapshot(
                new SheetId(required(sheet, "id")),
                Objects.requireNonNullElse(VendorJson.text(sheet, "name"), ""),
                sheet.path("version").asLong(),
                sheet.path("totalRowCount").asInt(sheet.path("rows").size()),
                true,
                list(sheet.path("columns"), SmartsheetJson::column),
                list(sheet.path("rows"), SmartsheetJson::row));
    }

    static RowsWritten rowsWritten(JsonNode answer, Function<JsonNode, VendorFault> fault) {
        JsonNode version = answer.path("version");
        JsonNode result = answer.path("result");
        // One row sent as an object comes back as an object.
        List<RowId> written =
                result.isObject()
                        ? List.of(new RowId(required(result, "id")))
                        : list(result, row -> new RowId(required(row, "id")));
        return new RowsWritten(
                version.isNumber() ? version.asLong() : null,
                written,
                list(answer.path("failedItems"), item -> failed(item, fault)));
    }

    static CommentMade commentMade(JsonNode answer) {
        JsonNode version = answer.path("version");
        return new CommentMade(
                discussion(answer.path("result")), version.isNumber() ? version.asLong() : null);
    }

    static Discussion discussion(JsonNode node) {
        return new Discussion(
                required(node, "id"), list(node.path("comments"), SmartsheetJson::comment));
    }

    static CellChange change(JsonNode node) {
        JsonNode author = node.path("modifiedBy");
        return new CellChange(
                cellValue(node),
                VendorJson.text(node, "displayValue"),
                instant(node, "modifiedAt"),
                VendorJson.text(author, "email"),
                VendorJson.text(author, "name"));
    }

    static Webhook webhook(JsonNode node) {
        String secret = VendorJson.text(node, "sharedSecret");
        return new Webhook(
                new WebhookId(required(node, "id")),
                node.path("name").asText(),
                node.path("callbackUrl").asText(),
                node.path("scope").asText(),
                node.path("scopeObjectId").asText(),
                node.path("enabled").asBoolean(),
                node.path("status").asText(),
                VendorJson.text(node, "disabledDetails"),
                stats(node.path("stats")),
                secret == null ? null : new Secret(secret));
    }

    private static Webhook.Stats stats(JsonNode node) {
        return new Webhook.Stats(
                VendorJson.instant(node, "lastCallbackAttempt"),
                node.path("lastCallbackAttemptRetryCount").asInt(0),
                VendorJson.instant(node, "lastSuccessfulCallback"));
    }

    static boolean isFolder(JsonNode child) {
        return child.path("resourceType").asText().equalsIgnoreCase("folder");
    }

    static WorkspaceSheet workspaceSheet(JsonNode node) {
        return new WorkspaceSheet(
                new SheetId(required(node, "id")),
                Objects.requireNonNullElse(VendorJson.text(node, "name"), ""));
    }

    static SheetUser user(JsonNode node) {
        String first = VendorJson.text(node, "firstName");
        String last = VendorJson.text(node, "lastName");
        String name = VendorJson.text(node, "name");
        String joined =
                String.join(" ", first == null ? "" : first, last == null ? "" : last).strip();
        return new SheetUser(
                required(node, "id"),
                VendorJson.text(node, "email"),
                name != null ? name : joined.isEmpty() ? null : joined,
                VendorJson.text(node, "status"));
    }

    static Share share(JsonNode node) {
        return new Share(
                required(node, "id"),
                node.path("type").asText(),
                VendorJson.text(node, "userId"),
                VendorJson.text(node, "groupId"),
                VendorJson.text(node, "email"),
                VendorJson.text(node, "name"),
                node.path("accessLevel").asText(),
                VendorJson.text(node, "scope"));
    }

    static SheetGroup group(JsonNode node) {
        return new SheetGroup(
                required(node, "id"),
                Objects.requireNonNullElse(VendorJson.text(node, "name"), ""),
                list(node.path("members"), member -> member.path("email").asText()));
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        List<T> items = new ArrayList<>(array.size());
        array.forEach(node -> items.add(each.apply(node)));
        return items;
    }

    static SheetColumn column(JsonNode node) {
        return new SheetColumn(
                new ColumnId(required(node, "id")),
                node.path("index").asInt(),
                node.path("title").asText(),
                node.path("type").asText(),
                node.path("primary").asBoolean(),
                list(node.path("options"), JsonNode::asText),
                VendorJson.text(node, "systemColumnType"),
                VendorJson.text(node, "formula"),
                node.path("locked").asBoolean());
    }

    private static SheetRow row(JsonNode node) {
        JsonNode version = node.path("version");
        Instant modifiedAt = instant(node, "modifiedAt");
        Instant createdAt = VendorJson.instant(node, "createdAt");
        return new SheetRow(
                new RowId(required(node, "id")),
                node.path("rowNumber").asInt(),
                version.isNumber() ? version.asLong() : null,
                createdAt == null ? modifiedAt : createdAt,
                modifiedAt,
                VendorJson.text(node.path("modifiedBy"), "email"),
                list(node.path("cells"), SmartsheetJson::cell),
                list(node.path("discussions"), SmartsheetJson::discussion),
                attachments(node));
    }

    /// Of the row itself, and of the comments on it.
    private static List<SheetAttachment> attachments(JsonNode row) {
        List<SheetAttachment> all =
                new ArrayList<>(list(row.path("attachments"), SmartsheetJson::attachment));
        for (JsonNode discussion : row.path("discussions")) {
            for (JsonNode comment : discussion.path("comments")) {
                all.addAll(list(comment.path("attachments"), SmartsheetJson::attachment));
            }
        }
        return all.stream().distinct().toList();
    }

    private static SheetAttachment attachment(JsonNode node) {
        return new SheetAttachment(
                required(node, "id"),
                Objects.requireNonNullElse(VendorJson.text(node, "name"), ""),
                node.path("attachmentType").asText("FILE"),
                VendorJson.text(node, "mimeType"),
                node.path("sizeInKb").asLong(0),
                instant(node, "createdAt"));
    }

    /// Only http and https: what else an address may be is none of ours.
    static AttachmentLink attachmentLink(JsonNode answer) {
        URI address = URI.create(required(answer, "url"));
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
            throw new UnreadableAnswer("No web address");
        }
        return new AttachmentLink(address);
    }

    private static SheetCell cell(JsonNode node) {
        return new SheetCell(
                new ColumnId(required(node, "columnId")),
                cellValue(node),
                value(node, "objectValue"),
                VendorJson.text(node, "displayValue"),
                VendorJson.text(node, "formula"));
    }

    private static Discussion.Comment comment(JsonNode node) {
        return new Discussion.Comment(
                required(node, "id"),
                node.path("text").asText(),
                VendorJson.text(node.path("createdBy"), "email"),
                VendorJson.instant(node, "createdAt"));
    }

    private static RowsWritten.FailedRow failed(
            JsonNode item, Function<JsonNode, VendorFault> fault) {
        String rowId = VendorJson.text(item, "rowId");
        return new RowsWritten.FailedRow(
                item.path("index").asInt(),
                rowId == null ? null : new RowId(rowId),
                fault.apply(item.path("error")));
    }

    /// Of a cell with several choices the vendor shows the choices in place of a value (guide
    /// "complex column types and compatibility"); people see them joined like this.
    private static JsonNode cellValue(JsonNode cell) {
        JsonNode object = cell.path("objectValue");
        if (!object.path("objectType").asText().equals("MULTI_PICKLIST")) {
            return value(cell, "value");
        }
        List<String> choices = list(object.path("values"), JsonNode::asText);
        return choices.isEmpty()
                ? NullNode.getInstance()
                : TextNode.valueOf(String.join(", ", choices));
    }

    private static JsonNode value(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static Instant instant(JsonNode node, String field) {
        Instant instant = VendorJson.instant(node, field);
        if (instant == null) {
            throw new UnreadableAnswer("No " + field);
        }
        return instant;
    }

    private static String required(JsonNode node, String field) {
        String text = VendorJson.text(node, field);
        if (text == null) {
            throw new UnreadableAnswer("No " + field);
        }
        return text;
    }
}
