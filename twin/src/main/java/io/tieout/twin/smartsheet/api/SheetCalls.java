package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Column;
import io.tieout.twin.smartsheet.sheet.Row;
import io.tieout.twin.smartsheet.sheet.Share;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SheetView;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.Change;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reading sheets, their columns and the history of a cell; renaming, adding and deleting columns.
final class SheetCalls {
    private final Desk desk;

    SheetCalls(Desk desk) {
        this.desk = desk;
    }

    void addTo(RouteTable routes) {
        routes.reads("2.0/sheets", "list sheets", (request, _) -> list(request))
                .reads("2.0/sheets/{sheet}", "get sheet", this::get)
                .reads("2.0/sheets/{sheet}/version", "get sheet version", this::version)
                .reads("2.0/sheets/{sheet}/columns", "list columns", this::columns)
                .reads("2.0/sheets/{sheet}/columns/{column}", "get column", this::column)
                .writes("POST", "2.0/sheets/{sheet}/columns", "add column", this::addColumn)
                .writes(
                        "PUT",
                        "2.0/sheets/{sheet}/columns/{column}",
                        "update column",
                        this::renameColumn)
                .writes(
                        "DELETE",
                        "2.0/sheets/{sheet}/columns/{column}",
                        "delete column",
                        this::deleteColumn)
                .reads("2.0/sheets/{sheet}/rows/{row}", "get row", this::row)
                .reads(
                        "2.0/sheets/{sheet}/rows/{row}/columns/{column}/history",
                        "cell history",
                        this::history);
    }

    static Set<String> words(WireRequest request, String name) {
        var text = request.query(name);
        return text == null || text.isBlank() ? Set.of() : new HashSet<>(List.of(text.split(",")));
    }

    private static @Nullable Set<Long> ids(WireRequest request, String name) {
        if (request.query(name) == null) {
            return null;
        }
        Set<Long> ids = new HashSet<>();
        words(request, name).forEach(word -> ids.add(Desk.id(word.strip())));
        return ids;
    }

    static SheetView view(Desk desk, Sheet sheet, WireRequest request) {
        return new SheetView(
                sheet,
                words(request, "include"),
                words(request, "exclude").contains("nonexistentCells"),
                Desk.number(request, "level", 1),
                ids(request, "columnIds"),
                desk.workbook()::person);
    }

    private Answer list(WireRequest request) {
        var caller = desk.caller(request);
        var all = Json.array();
        for (var sheet : desk.workbook().sheets()) {
            var level = desk.workbook().level(sheet, caller);
            if (level != null) {
                synchronized (sheet) {
                    var head = view(desk, sheet, request).head(level);
                    head.remove(List.of("totalRowCount", "version"));
                    all.add(head);
                }
            }
        }
        return Answer.ok(Desk.page(request, all));
    }

    private Answer get(WireRequest request, Params params) {
        var caller = desk.caller(request);
        var sheet = desk.sheet(params.get("sheet"), caller);
        var view = view(desk, sheet, request);
        synchronized (sheet) {
            var after = request.query("ifVersionAfter");
            if (after != null && sheet.version() <= Desk.number(request, "ifVersionAfter", 0)) {
                return Answer.ok(Json.object().put("version", sheet.version()));
            }
            var body = view.head(desk.level(sheet, caller));
            body.set("columns", view.columns());
            body.set("rows", view.rows(wanted(sheet, request)));
            var workspace =
                    sheet.workspaceId() == null
                            ? null
                            : desk.workbook().workspace(sheet.workspaceId());
            if (workspace != null) {
                body.putObject("workspace").put("id", workspace.id()).put("name", workspace.name());
            }
            if (request.queryHas("include", "discussions")) {
                body.set("discussions", view.discussions(null, true));
            }
            if (request.queryHas("include", "attachments")) {
                body.set("attachments", view.attachments(null));
            }
            return Answer.ok(body);
        }
    }

    private static List<Row> wanted(Sheet sheet, WireRequest request) {
        var ids = ids(request, "rowIds");
        var numbers = words(request, "rowNumbers");
        var since = since(request);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (var row : sheet.rows()) {
            number++;
            if ((ids == null || ids.contains(row.id()))
                    && (numbers.isEmpty() || numbers.contains(String.valueOf(number)))
                    && (since == null
                            || !row.modifiedAt().truncatedTo(ChronoUnit.SECONDS).isBefore(since))) {
                rows.add(row);
            }
        }
        if (request.query("page") == null && request.query("pageSize") == null) {
            return rows;
        }
        var size = Math.max(1, Desk.number(request, "pageSize", 100));
        var from = (Math.max(1, Desk.number(request, "page", 1)) - 1) * size;
        return rows.subList(Math.min(from, rows.size()), Math.min(from + size, rows.size()));
    }

    private static @Nullable Instant since(WireRequest request) {
        var text = request.query("rowsModifiedSince");
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw SmartsheetFault.bad(
                    1018,
                    "The value '" + text + "' was not valid for the parameter rowsModifiedSince.");
        }
    }

    private Answer version(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            return Answer.ok(Json.object().put("version", sheet.version()));
        }
    }

    private Answer columns(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            return Answer.ok(Desk.page(request, view(desk, sheet, request).columns()));
        }
    }

    private Answer column(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            var column = column(sheet, params);
            return Answer.ok(
                    view(desk, sheet, request).column(column, sheet.columns().indexOf(column)));
        }
    }

    private static Column column(Sheet sheet, Params params) {
        var column = sheet.column(Desk.id(params.get("column")));
        if (column == null) {
            throw SmartsheetFault.notFound();
        }
        return column;
    }

    private static Row row(Sheet sheet, Params params) {
        var row = sheet.row(Desk.id(params.get("row")));
        if (row == null) {
            throw SmartsheetFault.notFound();
        }
        return row;
    }

    private Answer row(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            var view = view(desk, sheet, request);
            var body = view.row(row(sheet, params));
            if (request.queryHas("include", "columns")) {
                body.set("columns", view.columns());
            }
            return Answer.ok(body.put("version", sheet.version()));
        }
    }

    private Answer history(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            return Answer.ok(
                    Desk.page(
                            request,
                            view(desk, sheet, request)
                                    .history(row(sheet, params), column(sheet, params))));
        }
    }

    private Answer addColumn(WireRequest request, Params params) {
        var body = Desk.json(request);
        List<JsonNode> wanted = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(wanted::add);
        } else {
            wanted.add(body);
        }
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.ADMIN,
                (sheet, edit) -> {
                    ArrayNode result = Json.array();
                    List<Change> changes = new ArrayList<>();
                    for (var one : wanted) {
                        var options = new ArrayList<String>();
                        one.path("options").forEach(option -> options.add(option.asText()));
                        var column = edit.addColumn(one.path("title").asText(), type(one), options);
                        result.add(
                                view(desk, sheet, request)
                                        .column(column, sheet.columns().indexOf(column)));
                        changes.add(
                                Change.of(
                                                "add column",
                                                String.valueOf(sheet.id()),
                                                String.valueOf(column.id()),
                                                one)
                                        .by(request.header("Smartsheet-Change-Agent")));
                    }
                    return Answer.ok(Desk.success(body.isArray() ? result : result.get(0)))
                            .changed(changes);
                });
    }

    private static Column.Type type(JsonNode wanted) {
        var name = wanted.path("type").asText("");
        try {
            return Column.Type.valueOf(name);
        } catch (IllegalArgumentException _) {
            throw SmartsheetFault.bad(1008, "Unable to parse request. Unknown column type " + name);
        }
    }

    private Answer renameColumn(WireRequest request, Params params) {
        var body = Desk.json(request);
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.ADMIN,
                (sheet, edit) -> {
                    var column =
                            edit.renameColumn(column(sheet, params), body.path("title").asText());
                    return Answer.ok(
                                    Desk.success(
                                            view(desk, sheet, request)
                                                    .column(
                                                            column,
                                                            sheet.columns().indexOf(column))))
                            .changed(
                                    List.of(
                                            Change.of(
                                                    "update column",
                                                    String.valueOf(sheet.id()),
                                                    String.valueOf(column.id()),
                                                    body)));
                });
    }

    private Answer deleteColumn(WireRequest request, Params params) {
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.ADMIN,
                (sheet, edit) -> {
                    var column = column(sheet, params);
                    edit.deleteColumn(column);
                    return Answer.ok(Desk.success(null))
                            .changed(
                                    List.of(
                                            Change.of(
                                                    "delete column",
                                                    String.valueOf(sheet.id()),
                                                    String.valueOf(column.id()),
                                                    Json.object())));
                });
    }
}
