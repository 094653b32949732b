package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.live.Changes;
import io.tieout.twin.smartsheet.sheet.Author;
import io.tieout.twin.smartsheet.sheet.Column;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SheetEdit;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes many sheets like one that is there: `{"count", "like", "name", "rows", "as", "cells"}`,
/// where `{n}` in a text stands for the number of the sheet, or of the row among all that are made.
@Path("/twin/workspaces/{workspace}/sheets")
@Produces(MediaType.APPLICATION_JSON)
class GenerateResource {
    private static final Duration AGE = Duration.ofDays(2);

    private final Desk desk;
    private final Changes changes;
    private final Clock clock;

    GenerateResource(Desk desk, Changes changes, Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response generate(long workspace, String body) {
        if (desk.workbook().workspace(workspace) == null) {
            throw new NotFoundException("no workspace " + workspace);
        }
        var wanted = Json.parse(body);
        var like = desk.workbook().sheet(wanted.path("like").asLong());
        if (like == null) {
            throw new NotFoundException("no sheet " + wanted.path("like").asText());
        }
        try {
            var made = Json.array();
            int row = 0;
            for (int number = 1; number <= wanted.path("count").asInt(1); number++) {
                var sheet = sheet(like, workspace, wanted, number);
                row = rows(sheet, wanted, row);
                desk.workbook().add(sheet);
                made.add(shown(sheet));
            }
            changes.fire("sheets");
            return Response.ok(made.toString()).build();
        } catch (SmartsheetFault fault) {
            return Response.status(fault.status()).entity(fault.body().toString()).build();
        }
    }

    private Sheet sheet(Sheet like, long workspace, JsonNode wanted, int number) {
        var sheet =
                new Sheet(
                        desk.workbook().ids().next(),
                        numbered(wanted.path("name").asText(like.name() + " {n}"), number),
                        like.owner(),
                        clock.instant().minus(AGE));
        sheet.moveTo(workspace);
        synchronized (like) {
            for (var column : like.columns()) {
                sheet.columns().add(copy(column, desk.workbook().ids().next()));
            }
        }
        return sheet;
    }

    private static Column copy(Column column, long id) {
        return new Column(
                id,
                column.title(),
                column.type(),
                column.primary(),
                column.options(),
                column.systemColumnType(),
                column.formula(),
                column.locked(),
                column.hidden(),
                column.width());
    }

    private int rows(Sheet sheet, JsonNode wanted, int before) {
        var person = person(wanted.path("as").asText(sheet.owner()));
        var author = new Author(person, clock.instant().minus(AGE), null, true);
        var edit = new SheetEdit(sheet, author, desk.workbook().ids(), desk.workbook().names());
        Map<String, Column> columns = new LinkedHashMap<>();
        sheet.columns().forEach(column -> columns.put(column.title(), column));
        int number = before;
        for (int i = 0; i < wanted.path("rows").asInt(0); i++) {
            number++;
            edit.load(desk.workbook().ids().next(), row(columns, wanted.path("cells"), number));
        }
        return number;
    }

    private Person person(String email) {
        return desk.workbook().person(email);
    }

    private static ObjectNode row(Map<String, Column> columns, JsonNode cells, int number) {
        var row = Json.object();
        var array = row.putArray("cells");
        for (var cell : cells.properties()) {
            @Nullable Column column = columns.get(cell.getKey());
            if (column == null) {
                throw SmartsheetFault.bad(1036, "There is no column '" + cell.getKey() + "'.");
            }
            array.addObject()
                    .put("columnId", column.id())
                    .set("value", numbered(cell.getValue(), number));
        }
        return row;
    }

    private static JsonNode numbered(JsonNode value, int number) {
        return value.isTextual() ? TextNode.valueOf(numbered(value.textValue(), number)) : value;
    }

    private static String numbered(String text, int number) {
        return text.replace("{n}", String.valueOf(number));
    }

    private static ObjectNode shown(Sheet sheet) {
        var one = Json.object();
        one.put("sheetId", String.valueOf(sheet.id()));
        one.put("name", sheet.name());
        var rows = one.putArray("rows");
        sheet.rows().forEach(row -> rows.add(String.valueOf(row.id())));
        return one;
    }
}
