package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one row of a request against the sheet as it is, and refuses what the vendor refuses.
final class RowReader {
    private static final Set<String> ALLOWED =
            Set.of(
                    "id",
                    "cells",
                    "locked",
                    "expanded",
                    "toTop",
                    "toBottom",
                    "parentId",
                    "siblingId",
                    "above",
                    "indent",
                    "outdent",
                    "format");

    private final Sheet sheet;
    private final CellRules rules;
    private final Author author;

    RowReader(Sheet sheet, CellRules rules, Author author) {
        this.sheet = sheet;
        this.rules = rules;
        this.author = author;
    }

    RowPatch update(JsonNode row) {
        if (!row.path("id").isIntegralNumber()) {
            throw SmartsheetFault.bad(
                    1012, "A required object attribute is missing from your request: row.id.");
        }
        var id = row.path("id").longValue();
        var known = sheet.row(id);
        if (known == null) {
            throw SmartsheetFault.notFound();
        }
        if (known.locked && !sheet.isAdmin(author.person())) {
            throw new SmartsheetFault(403, 1050, "The row is locked and can't be changed.");
        }
        return read(row, id);
    }

    RowPatch add(JsonNode row) {
        if (row.has("id")) {
            throw SmartsheetFault.bad(
                    1032, "The attribute(s) row.id are not allowed for this operation.");
        }
        return read(row, null);
    }

    private RowPatch read(JsonNode row, @Nullable Long id) {
        if (!row.isObject()) {
            throw SmartsheetFault.bad(1176, "The rows must not hold null elements.");
        }
        for (var entry : row.properties()) {
            if (!ALLOWED.contains(entry.getKey())) {
                throw SmartsheetFault.bad(
                        1008,
                        "Unable to parse request. The following error occurred: Unknown attribute \""
                                + entry.getKey()
                                + "\"");
            }
        }
        Map<Long, CellValue> cells = new LinkedHashMap<>();
        for (var cell : row.path("cells")) {
            var column = column(cell);
            if (cells.containsKey(column.id())) {
                throw SmartsheetFault.bad(
                        1037,
                        "You cannot use the column with id " + column.id() + " more than once.");
            }
            if (column.formula() != null) {
                throw SmartsheetFault.bad(
                        1302,
                        "The column "
                                + column.id()
                                + " has a column formula and can't be changed.");
            }
            if (column.locked() && !sheet.isAdmin(author.person())) {
                throw new SmartsheetFault(403, 1039, "The column is locked and can't be changed.");
            }
            cells.put(column.id(), rules.read(column, cell, author.atScreen()));
        }
        return new RowPatch(
                id,
                cells,
                location(row, id),
                row.has("locked") ? row.path("locked").asBoolean() : null,
                row.has("expanded") ? row.path("expanded").asBoolean() : null);
    }

    private Column column(JsonNode cell) {
        if (!cell.isObject()) {
            throw SmartsheetFault.bad(1177, "The cells must not hold null elements.");
        }
        var column = sheet.column(cell.path("columnId").asLong(0));
        if (column == null) {
            throw SmartsheetFault.bad(
                    1036, "The columnId " + cell.path("columnId").asText("null") + " is invalid.");
        }
        if (column.systemColumnType() != null) {
            throw SmartsheetFault.bad(
                    1046,
                    "The value for the cell in column " + column.id() + " is set by the system.");
        }
        return column;
    }

    private RowPatch.Location location(JsonNode row, @Nullable Long id) {
        var parentId = row.has("parentId") ? known(row, "parentId", id) : null;
        var siblingId = row.has("siblingId") ? known(row, "siblingId", id) : null;
        var given =
                (row.path("toTop").asBoolean() ? 1 : 0)
                        + (siblingId != null ? 1 : 0)
                        + (parentId != null || row.path("toBottom").asBoolean() ? 1 : 0);
        if (given > 1 && parentId == null) {
            throw mixed();
        }
        if (siblingId != null && parentId != null) {
            throw mixed();
        }
        return given == 0
                ? RowPatch.Location.NONE
                : new RowPatch.Location(
                        row.path("toTop").asBoolean(),
                        row.path("toBottom").asBoolean(),
                        row.path("above").asBoolean(),
                        parentId,
                        siblingId);
    }

    private @Nullable Long known(JsonNode row, String field, @Nullable Long own) {
        if (!Json.present(row, field)) {
            return null;
        }
        var id = row.path(field).asLong();
        if (sheet.row(id) == null || (own != null && own == id)) {
            throw SmartsheetFault.bad(1057, "The " + field + " " + id + " is invalid.");
        }
        return id;
    }

    static SmartsheetFault mixed() {
        return SmartsheetFault.bad(1123, "Only one location can be specified for a request.");
    }
}
