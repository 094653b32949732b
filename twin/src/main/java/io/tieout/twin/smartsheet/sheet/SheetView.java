package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.time.VendorTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Shows a sheet as the API does: what was asked for, nothing else. The caller holds the sheet's
/// monitor.
public final class SheetView {
    private final Sheet sheet;
    private final Set<String> include;
    private final boolean skipEmpty;
    private final Depth depth;
    private final @Nullable Set<Long> columnIds;
    private final Function<String, Person> people;

    public SheetView(
            Sheet sheet,
            Set<String> include,
            boolean skipEmpty,
            int level,
            @Nullable Set<Long> columnIds,
            Function<String, Person> people) {
        this.sheet = sheet;
        this.include = Set.copyOf(include);
        this.skipEmpty = skipEmpty;
        this.depth =
                new Depth(include.contains("objectValue"), include.contains("columnType"), level);
        this.columnIds = columnIds;
        this.people = people;
    }

    public ObjectNode head(Share.Level access) {
        var head = Json.object();
        head.put("id", sheet.id());
        head.put("name", sheet.name());
        head.put("version", sheet.version());
        head.put("totalRowCount", sheet.rows().size());
        head.put("accessLevel", access.name());
        head.put("permalink", "https://app.smartsheet.example/sheets/" + sheet.id());
        head.put("createdAt", VendorTime.smartsheet(sheet.createdAt()));
        head.put("modifiedAt", VendorTime.smartsheet(sheet.modifiedAt()));
        if (include.contains("ownerInfo")) {
            head.put("owner", sheet.owner());
            head.put("ownerId", people.apply(sheet.owner()).id());
        }
        return head;
    }

    public ArrayNode columns() {
        var columns = Json.array();
        int index = 0;
        for (var column : sheet.columns()) {
            var shown = shows(column.id());
            if (shown) {
                columns.add(column(column, index));
            }
            index++;
        }
        return columns;
    }

    public ObjectNode column(Column column, int index) {
        var one = Json.object();
        one.put("id", column.id());
        one.put("version", column.type().multiple() ? depth.level() >= 2 ? 1 : 0 : 0);
        one.put("index", index);
        one.put("title", column.title());
        one.put("type", depth.shown(column.type()).name());
        if (column.primary()) {
            one.put("primary", true);
        }
        if (!column.options().isEmpty()) {
            one.set("options", Json.tree(column.options()));
        }
        if (column.systemColumnType() != null) {
            one.put("systemColumnType", column.systemColumnType());
        }
        if (column.formula() != null) {
            one.put("formula", column.formula());
        }
        if (column.locked()) {
            one.put("locked", true);
        }
        if (column.hidden()) {
            one.put("hidden", true);
        }
        one.put("validation", false);
        one.put("width", column.width());
        return one;
    }

    public ArrayNode rows(List<Row> rows) {
        var numbers = sheet.numbers();
        var all = Json.array();
        rows.forEach(row -> all.add(row(row, numbers)));
        return all;
    }

    public ObjectNode row(Row row) {
        return row(row, sheet.numbers());
    }

    private ObjectNode row(Row row, Map<Long, Integer> numbers) {
        var one = Json.object();
        one.put("id", row.id);
        one.put("sheetId", sheet.id());
        var number = numbers.getOrDefault(row.id, 0);
        one.put("rowNumber", number);
        if (row.parentId != null) {
            one.put("parentId", row.parentId);
        }
        one.put("expanded", row.expanded);
        if (row.locked) {
            one.put("locked", true);
        }
        one.put("createdAt", VendorTime.smartsheet(row.createdAt));
        one.put("modifiedAt", VendorTime.smartsheet(row.modifiedAt));
        if (include.contains("writerInfo") || include.contains("rowWriterInfo")) {
            one.set("createdBy", people.apply(row.createdBy).brief());
            one.set("modifiedBy", people.apply(row.modifiedBy).brief());
        }
        if (include.contains("rowPermalink")) {
            one.put(
                    "permalink",
                    "https://app.smartsheet.example/sheets/" + sheet.id() + "?rowId=" + row.id);
        }
        one.set("cells", cells(row, number));
        if (include.contains("discussions")) {
            one.set("discussions", discussions(row.id, true));
        }
        if (include.contains("attachments")) {
            one.set("attachments", attachments(row.id));
        }
        return one;
    }

    private ArrayNode cells(Row row, int number) {
        var cells = Json.array();
        for (var column : sheet.columns()) {
            if (!shows(column.id())) {
                continue;
            }
            var value =
                    column.systemColumnType() == null
                            ? row.cell(column.id())
                            : system(column, row, number);
            if (!value.empty() || !skipEmpty) {
                cells.add(value.render(column.id(), column.type(), depth));
            }
        }
        return cells;
    }

    private CellValue system(Column column, Row row, int number) {
        var type = String.valueOf(column.systemColumnType());
        return switch (type) {
            case "CREATED_DATE" ->
                    CellValue.of(TextNode.valueOf(VendorTime.smartsheet(row.createdAt)), null);
            case "MODIFIED_DATE" ->
                    CellValue.of(TextNode.valueOf(VendorTime.smartsheet(row.modifiedAt)), null);
            case "CREATED_BY" ->
                    CellValue.of(
                            TextNode.valueOf(row.createdBy), people.apply(row.createdBy).name());
            case "MODIFIED_BY" ->
                    CellValue.of(
                            TextNode.valueOf(row.modifiedBy), people.apply(row.modifiedBy).name());
            default ->
                    CellValue.of(TextNode.valueOf(String.valueOf(number)), String.valueOf(number));
        };
    }

    public ArrayNode history(Row row, Column column) {
        var history = Json.array();
        for (var version : row.history(column.id())) {
            var one = version.value().render(column.id(), column.type(), depth);
            one.put("modifiedAt", VendorTime.smartsheet(version.modifiedAt()));
            one.set("modifiedBy", people.apply(version.modifiedBy()).brief());
            history.add(one);
        }
        return history;
    }

    public ArrayNode discussions(@Nullable Long rowId, boolean withComments) {
        var all = Json.array();
        sheet.discussions().stream()
                .filter(one -> rowId == null || rowId.equals(one.rowId()))
                .forEach(one -> all.add(discussion(one, withComments)));
        return all;
    }

    public ObjectNode discussion(Discussion discussion, boolean withComments) {
        var one = Json.object();
        var first = discussion.comments().getFirst();
        var last = discussion.comments().getLast();
        one.put("id", discussion.id());
        one.put(
                "title",
                first.text().length() > 100 ? first.text().substring(0, 100) : first.text());
        one.put("parentType", discussion.rowId() == null ? "SHEET" : "ROW");
        one.put("parentId", discussion.rowId() == null ? sheet.id() : discussion.rowId());
        one.put("commentCount", discussion.comments().size());
        one.put("accessLevel", "OWNER");
        one.set("createdBy", people.apply(first.createdBy()).brief());
        one.put("lastCommentedAt", VendorTime.smartsheet(last.createdAt()));
        one.set("lastCommentedUser", people.apply(last.createdBy()).brief());
        if (withComments) {
            var comments = one.putArray("comments");
            discussion.comments().forEach(comment -> comments.add(comment(discussion, comment)));
        }
        return one;
    }

    public ObjectNode comment(Discussion discussion, Comment comment) {
        var one = Json.object();
        one.put("id", comment.id());
        one.put("discussionId", discussion.id());
        one.put("text", comment.text());
        one.put("createdAt", VendorTime.smartsheet(comment.createdAt()));
        one.put("modifiedAt", VendorTime.smartsheet(comment.createdAt()));
        one.set("createdBy", people.apply(comment.createdBy()).brief());
        return one;
    }

    public ArrayNode attachments(@Nullable Long rowId) {
        var all = Json.array();
        sheet.attachments().stream()
                .filter(one -> rowId == null || rowId.equals(one.rowId()))
                .forEach(one -> all.add(attachment(one)));
        return all;
    }

    public ObjectNode attachment(Attachment attachment) {
        var one = Json.object();
        one.put("id", attachment.id());
        one.put("name", attachment.name());
        one.put("attachmentType", attachment.type());
        if (!attachment.mimeType().isEmpty()) {
            one.put("mimeType", attachment.mimeType());
            one.put("sizeInKb", Math.max(1, attachment.sizeBytes() / 1024));
        }
        one.put("parentType", attachment.parentType());
        one.put("parentId", attachment.parentId());
        one.put("createdAt", VendorTime.smartsheet(attachment.createdAt()));
        one.set("createdBy", people.apply(attachment.createdBy()).brief());
        return one;
    }

    private boolean shows(long columnId) {
        return columnIds == null || columnIds.contains(columnId);
    }
}
