package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Share;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SheetEdit.Bulk;
import io.tieout.twin.smartsheet.sheet.SheetView;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.Change;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Adding, updating and deleting rows, up to 500 in a call.
final class RowCalls {
    private static final int ROWS_MAX = 500;
    private static final String AGENT = "Smartsheet-Change-Agent";

    private final Desk desk;

    RowCalls(Desk desk) {
        this.desk = desk;
    }

    void addTo(RouteTable routes) {
        routes.writes(
                        "POST",
                        "2.0/sheets/{sheet}/rows",
                        "add row",
                        (request, params) -> write(request, params, true))
                .writes(
                        "PUT",
                        "2.0/sheets/{sheet}/rows",
                        "update row",
                        (request, params) -> write(request, params, false))
                .writes("DELETE", "2.0/sheets/{sheet}/rows", "delete row", this::delete);
    }

    private Answer write(WireRequest request, Params params, boolean adding) {
        var body = Desk.json(request);
        var rows = rows(body);
        var partial = "true".equals(request.query("allowPartialSuccess"));
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.EDITOR,
                (sheet, edit) -> {
                    var bulk = edit.rows(rows, adding, partial);
                    return Answer.ok(answer(sheet, bulk, rows, body.isArray()))
                            .items(rows.size())
                            .changed(changes(request, sheet, bulk, rows, adding));
                });
    }

    private static List<JsonNode> rows(JsonNode body) {
        List<JsonNode> rows = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(rows::add);
        } else {
            rows.add(body);
        }
        if (rows.isEmpty()) {
            throw SmartsheetFault.bad(
                    1012, "A required object attribute is missing from your request: row.");
        }
        if (rows.size() > ROWS_MAX) {
            throw SmartsheetFault.bad(
                    1008,
                    "Unable to parse request. At most "
                            + ROWS_MAX
                            + " rows are allowed in a request.");
        }
        return rows;
    }

    private ObjectNode answer(Sheet sheet, Bulk bulk, List<JsonNode> rows, boolean many) {
        var view = new SheetView(sheet, Set.of(), true, 1, null, desk.workbook()::person);
        var result = view.rows(List.copyOf(bulk.rows().values()));
        var body = Desk.success(many || result.isEmpty() ? result : result.get(0));
        if (!bulk.failed().isEmpty()) {
            body.put("message", "PARTIAL_SUCCESS").put("resultCode", 3);
            var failed = body.putArray("failedItems");
            bulk.failed()
                    .forEach((index, fault) -> {
                        var item = failed.addObject().put("index", index);
                        var id = rows.get(index).path("id");
                        if (id.isIntegralNumber()) {
                            item.set("rowId", id);
                        }
                        item.set("error", fault.body());
                    });
        }
        return body.put("version", sheet.version());
    }

    private static List<Change> changes(
            WireRequest request, Sheet sheet, Bulk bulk, List<JsonNode> rows, boolean adding) {
        List<Change> changes = new ArrayList<>();
        bulk.rows()
                .forEach((index, row) ->
                        changes.add(
                                Change.of(
                                                adding ? "add row" : "update row",
                                                String.valueOf(sheet.id()),
                                                String.valueOf(row.id()),
                                                rows.get(index))
                                        .by(request.header(AGENT))));
        return changes;
    }

    private Answer delete(WireRequest request, Params params) {
        var wanted = request.query("ids");
        if (wanted == null || wanted.isBlank()) {
            throw SmartsheetFault.bad(
                    1009, "A required parameter is missing from your request: ids.");
        }
        List<Long> ids = new ArrayList<>();
        for (var id : wanted.split(",")) {
            ids.add(Desk.id(id.strip()));
        }
        var ignore = "true".equals(request.query("ignoreRowsNotFound"));
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.EDITOR,
                (sheet, edit) -> {
                    var gone = edit.delete(ids, ignore);
                    List<Change> changes = new ArrayList<>();
                    gone.forEach(id ->
                            changes.add(
                                    Change.of(
                                                    "delete row",
                                                    String.valueOf(sheet.id()),
                                                    String.valueOf(id),
                                                    Json.object().put("id", id))
                                            .by(request.header(AGENT))));
                    return Answer.ok(Desk.success(Json.tree(gone)).put("version", sheet.version()))
                            .items(ids.size())
                            .changed(changes);
                });
    }
}
