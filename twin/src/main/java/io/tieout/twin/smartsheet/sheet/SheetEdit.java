package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes one sheet in the name of one author and collects what the callbacks will say. The caller
/// holds the sheet's monitor.
public final class SheetEdit {
    private final Sheet sheet;
    private final Author author;
    private final Ids ids;
    private final CellRules rules;
    private final List<SheetEvent> events = new ArrayList<>();

    public SheetEdit(Sheet sheet, Author author, Ids ids, Map<String, String> names) {
        this.sheet = sheet;
        this.author = author;
        this.ids = ids;
        this.rules = new CellRules(names);
    }

    public List<SheetEvent> events() {
        return List.copyOf(events);
    }

    /// What became of the rows of a bulk request, by their place in it.
    public record Bulk(Map<Integer, Row> rows, Map<Integer, SmartsheetFault> failed) {}

    /// All or nothing, unless the caller takes what works.
    public Bulk rows(List<JsonNode> requests, boolean adding, boolean partial) {
        var reader = new RowReader(sheet, rules, author);
        Map<Integer, RowPatch> patches = new LinkedHashMap<>();
        Map<Integer, SmartsheetFault> failed = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            try {
                patches.put(i, adding ? reader.add(request) : reader.update(request));
            } catch (SmartsheetFault fault) {
                var rowId =
                        request.path("id").isIntegralNumber()
                                ? request.path("id").longValue()
                                : null;
                if (!partial) {
                    throw fault.at(i, rowId);
                }
                failed.put(i, fault);
            }
        }
        requireOneLocation(patches);
        Map<Integer, Row> rows = new LinkedHashMap<>();
        patches.forEach((index, patch) -> rows.put(index, apply(patch)));
        if (!rows.isEmpty()) {
            sheet.changed(author.now());
        }
        return new Bulk(rows, failed);
    }

    private static void requireOneLocation(Map<Integer, RowPatch> patches) {
        if (patches.values().stream().map(RowPatch::location).distinct().count() > 1) {
            throw RowReader.mixed();
        }
    }

    private Row apply(RowPatch patch) {
        var known = patch.rowId() == null ? null : sheet.row(patch.rowId());
        var row =
                known == null ? new Row(ids.next(), author.now(), author.person().email()) : known;
        if (known == null) {
            sheet.insert(row, patch.location());
            events.add(author.event("row", "created", row.id, null, null));
        } else if (patch.location().given()) {
            sheet.place(row, patch.location());
        }
        patch.cells()
                .forEach((columnId, value) -> {
                    if (row.set(columnId, value, author.now(), author.person().email())) {
                        events.add(author.event("cell", "updated", null, row.id, columnId));
                    }
                });
        if (patch.locked() != null) {
            row.locked = patch.locked();
        }
        if (patch.expanded() != null) {
            row.expanded = patch.expanded();
        }
        row.modifiedAt = author.now();
        row.modifiedBy = author.person().email();
        return row;
    }

    /// Puts a row of a sample in place, under an id of its own, as if it had always been there.
    public void load(long rowId, JsonNode row) {
        var patch = new RowReader(sheet, rules, author).add(row);
        var loaded = new Row(rowId, author.now(), author.person().email());
        sheet.insert(loaded, RowPatch.Location.NONE);
        patch.cells()
                .forEach((columnId, value) ->
                        loaded.set(columnId, value, author.now(), author.person().email()));
    }

    /// The ids that are gone, children included.
    public List<Long> delete(List<Long> rowIds, boolean ignoreMissing) {
        List<Long> gone = new ArrayList<>();
        for (var rowId : rowIds) {
            if (sheet.row(rowId) == null) {
                if (!ignoreMissing && !gone.contains(rowId)) {
                    throw SmartsheetFault.notFound();
                }
            } else {
                gone.addAll(sheet.remove(rowId));
            }
        }
        gone.forEach(rowId -> events.add(author.event("row", "deleted", rowId, null, null)));
        if (!gone.isEmpty()) {
            sheet.changed(author.now());
        }
        return gone;
    }

    public Discussion discuss(@Nullable Long rowId, String text) {
        var comment = comment(text);
        var discussion = new Discussion(ids.next(), rowId, List.of(comment));
        sheet.discussions().add(discussion);
        events.add(author.event("discussion", "created", discussion.id(), null, null));
        events.add(author.event("comment", "created", comment.id(), null, null));
        sheet.changed(author.now());
        return discussion;
    }

    public Comment reply(Discussion discussion, String text) {
        var comment = comment(text);
        discussion.comments().add(comment);
        events.add(author.event("comment", "created", comment.id(), null, null));
        sheet.changed(author.now());
        return comment;
    }

    private Comment comment(String text) {
        var kept =
                text.length() > CellRules.TEXT_MAX ? text.substring(0, CellRules.TEXT_MAX) : text;
        return new Comment(ids.next(), kept, author.now(), author.person().email());
    }

    public Attachment attachFile(
            @Nullable Long rowId, String name, String mimeType, byte[] content) {
        return attach(
                new Attachment(
                        ids.next(),
                        name,
                        "FILE",
                        mimeType,
                        null,
                        Base64.getEncoder().encodeToString(content),
                        content.length,
                        rowId == null ? "SHEET" : "ROW",
                        rowId == null ? sheet.id() : rowId,
                        rowId,
                        author.now(),
                        author.person().email()));
    }

    public Attachment attachLink(@Nullable Long rowId, String name, String url) {
        return attach(
                new Attachment(
                        ids.next(),
                        name,
                        "LINK",
                        "",
                        url,
                        null,
                        0,
                        rowId == null ? "SHEET" : "ROW",
                        rowId == null ? sheet.id() : rowId,
                        rowId,
                        author.now(),
                        author.person().email()));
    }

    private Attachment attach(Attachment attachment) {
        sheet.attachments().add(attachment);
        events.add(author.event("attachment", "created", attachment.id(), null, null));
        sheet.changed(author.now());
        return attachment;
    }

    public void remove(Attachment attachment) {
        sheet.attachments().remove(attachment);
        events.add(author.event("attachment", "deleted", attachment.id(), null, null));
        sheet.changed(author.now());
    }

    public Column renameColumn(Column column, String title) {
        if (sheet.column(title) != null) {
            throw SmartsheetFault.bad(1133, "Column titles must be unique.");
        }
        var renamed = column.renamed(title);
        sheet.replace(renamed);
        events.add(author.event("column", "updated", column.id(), null, null));
        sheet.changed(author.now());
        return renamed;
    }

    /// The cells keep what they show: a column of any type may hold free text.
    public Column retypeColumn(Column column, Column.Type type) {
        var retyped = column.typed(type);
        sheet.replace(retyped);
        events.add(author.event("column", "updated", column.id(), null, null));
        sheet.changed(author.now());
        return retyped;
    }

    public void deleteColumn(Column column) {
        sheet.drop(column);
        events.add(author.event("column", "deleted", column.id(), null, null));
        sheet.changed(author.now());
    }

    public Column addColumn(String title, Column.Type type, List<String> options) {
        if (sheet.column(title) != null) {
            throw SmartsheetFault.bad(1133, "Column titles must be unique.");
        }
        var column = Column.of(ids.next(), title, type, options);
        sheet.columns().add(column);
        events.add(author.event("column", "created", column.id(), null, null));
        sheet.changed(author.now());
        return column;
    }
}
