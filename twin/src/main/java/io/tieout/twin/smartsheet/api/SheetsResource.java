package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Column;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Row;
import io.tieout.twin.smartsheet.sheet.Share;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SheetView;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.wire.Answer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// People at work in the sheets, by column title: free text goes where a person could type it.
@Path("/twin/sheets")
@Produces(MediaType.APPLICATION_JSON)
class SheetsResource {
    private final Desk desk;

    SheetsResource(Desk desk) {
        this.desk = desk;
    }

    @GET
    public String all() {
        var all = Json.array();
        for (var sheet : desk.workbook().sheets()) {
            synchronized (sheet) {
                var one = all.addObject();
                one.put("id", String.valueOf(sheet.id()));
                one.put("name", sheet.name());
                one.put("version", sheet.version());
                one.put("rows", sheet.rows().size());
            }
        }
        return all.toString();
    }

    @GET
    @Path("people")
    public String people() {
        return Json.tree(desk.workbook().people()).toString();
    }

    @GET
    @Path("{sheet}")
    public String one(String sheet) {
        var found = sheet(sheet);
        synchronized (found) {
            return render(found).toString();
        }
    }

    @PUT
    @Path("{sheet}/rows/{row}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(String sheet, long row, String body) {
        var wanted = Json.parse(body);
        return write(sheet, wanted.path("as").asText(""), wanted.path("cells"), row);
    }

    @POST
    @Path("{sheet}/rows")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(String sheet, String body) {
        var wanted = Json.parse(body);
        return write(sheet, wanted.path("as").asText(""), wanted.path("cells"), null);
    }

    /// Fills the same cells of many rows at once, as by dragging down: `{"as": ..., "rows": [...],
    /// "cells": ...}`.
    @PUT
    @Path("{sheet}/rows")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response fill(String sheet, String body) {
        var wanted = Json.parse(body);
        var found = sheet(sheet);
        return respond(() ->
                desk.writeAtScreen(
                        found,
                        person(wanted.path("as").asText("")),
                        edit -> {
                            List<JsonNode> rows = new ArrayList<>();
                            for (var row : wanted.path("rows")) {
                                rows.add(byId(found, wanted.path("cells")).put("id", row.asLong()));
                            }
                            return Json.object()
                                    .put("rows", edit.rows(rows, false, false).rows().size())
                                    .put("version", found.version());
                        }));
    }

    private Response write(String sheet, String as, JsonNode cells, @Nullable Long rowId) {
        var found = sheet(sheet);
        return respond(() ->
                desk.writeAtScreen(
                        found,
                        person(as),
                        edit -> {
                            var row = byId(found, cells);
                            if (rowId != null) {
                                row.put("id", rowId);
                            }
                            var bulk = edit.rows(List.of(row), rowId == null, false);
                            var written = bulk.rows().values().iterator().next();
                            return Json.object()
                                    .put("rowId", written.id())
                                    .put("version", found.version());
                        }));
    }

    @DELETE
    @Path("{sheet}/rows/{row}")
    public Response delete(String sheet, long row, @QueryParam("as") @Nullable String as) {
        return respond(() ->
                desk.writeAtScreen(
                        sheet(sheet),
                        person(as == null ? "" : as),
                        edit ->
                                Json.object()
                                        .set(
                                                "deleted",
                                                Json.tree(edit.delete(List.of(row), false)))));
    }

    /// Renames a column: `{"as": ..., "title": ...}`.
    @PUT
    @Path("{sheet}/columns/{title}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(String sheet, String title, String body) {
        var wanted = Json.parse(body);
        var found = sheet(sheet);
        return respond(() ->
                desk.writeAtScreen(
                        found,
                        person(wanted.path("as").asText("")),
                        edit ->
                                Json.tree(
                                        edit.renameColumn(
                                                column(found, title),
                                                wanted.path("title").asText()))));
    }

    @DELETE
    @Path("{sheet}/columns/{title}")
    public Response drop(String sheet, String title, @QueryParam("as") @Nullable String as) {
        var found = sheet(sheet);
        return respond(() ->
                desk.writeAtScreen(
                        found,
                        person(as == null ? "" : as),
                        edit -> {
                            edit.deleteColumn(column(found, title));
                            return Json.object();
                        }));
    }

    /// Says something on a row: `{"as": ..., "text": ...}`.
    @POST
    @Path("{sheet}/rows/{row}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response comment(String sheet, long row, String body) {
        var wanted = Json.parse(body);
        return respond(() ->
                desk.writeAtScreen(
                        sheet(sheet),
                        person(wanted.path("as").asText("")),
                        edit -> Json.tree(edit.discuss(row, wanted.path("text").asText()))));
    }

    /// Hangs a file on a row: `{"as": ..., "name": ..., "mimeType": ..., "content": ...}`, or its
    /// bytes as `base64` instead of `content`.
    @POST
    @Path("{sheet}/rows/{row}/attachments")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response attach(String sheet, long row, String body) {
        var wanted = Json.parse(body);
        return respond(() ->
                desk.writeAtScreen(
                        sheet(sheet),
                        person(wanted.path("as").asText("")),
                        edit ->
                                Json.object()
                                        .put(
                                                "attachmentId",
                                                edit.attachFile(
                                                                row,
                                                                wanted.path("name").asText(),
                                                                wanted.path("mimeType")
                                                                        .asText("text/plain"),
                                                                content(wanted))
                                                        .id())));
    }

    private static byte[] content(JsonNode wanted) {
        return Json.present(wanted, "base64")
                ? Base64.getDecoder().decode(wanted.path("base64").asText())
                : wanted.path("content").asText().getBytes(StandardCharsets.UTF_8);
    }

    /// Takes a file off its row.
    @DELETE
    @Path("{sheet}/attachments/{attachment}")
    public Response detach(String sheet, long attachment, @QueryParam("as") @Nullable String as) {
        var found = sheet(sheet);
        return respond(() ->
                desk.writeAtScreen(
                        found,
                        person(as == null ? "" : as),
                        edit -> {
                            found.attachments().stream()
                                    .filter(one -> one.id() == attachment)
                                    .toList()
                                    .forEach(edit::remove);
                            return Json.object();
                        }));
    }

    /// Shares the sheet with somebody, or stops: `{"person": ..., "level": "EDITOR" or null}`.
    @PUT
    @Path("{sheet}/access")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response share(String sheet, String body) {
        var wanted = Json.parse(body);
        desk.share(
                sheet(sheet),
                person(wanted.path("person").asText()),
                Json.present(wanted, "level")
                        ? Share.Level.valueOf(wanted.path("level").asText())
                        : null);
        return Response.ok("{}").build();
    }

    /// Deletes the sheet for good.
    @DELETE
    @Path("{sheet}")
    public Response remove(String sheet) {
        desk.remove(sheet(sheet));
        return Response.ok("{}").build();
    }

    /// Changes a column's type, keeping what its cells show: `{"as": ..., "type": ...}`.
    @PUT
    @Path("{sheet}/columns/{title}/type")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retype(String sheet, String title, String body) {
        var wanted = Json.parse(body);
        var found = sheet(sheet);
        return respond(() ->
                desk.writeAtScreen(
                        found,
                        person(wanted.path("as").asText("")),
                        edit ->
                                Json.tree(
                                        edit.retypeColumn(
                                                column(found, title),
                                                Column.Type.valueOf(
                                                        wanted.path("type").asText())))));
    }

    /// Adds a column: `{"as": ..., "title": ..., "type": ..., "options": [...]}`.
    @POST
    @Path("{sheet}/columns")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addColumn(String sheet, String body) {
        var wanted = Json.parse(body);
        List<String> options = new ArrayList<>();
        wanted.path("options").forEach(option -> options.add(option.asText()));
        return respond(() ->
                desk.writeAtScreen(
                        sheet(sheet),
                        person(wanted.path("as").asText("")),
                        edit ->
                                Json.tree(
                                        edit.addColumn(
                                                wanted.path("title").asText(),
                                                Column.Type.valueOf(
                                                        wanted.path("type").asText("TEXT_NUMBER")),
                                                options))));
    }

    private static Response respond(Supplier<Answer> work) {
        try {
            return Response.ok(new String(work.get().body(), StandardCharsets.UTF_8)).build();
        } catch (SmartsheetFault fault) {
            return Response.status(fault.status()).entity(fault.body().toString()).build();
        }
    }

    private static ObjectNode byId(Sheet sheet, JsonNode cells) {
        var row = Json.object();
        var array = row.putArray("cells");
        for (var entry : cells.properties()) {
            array.addObject()
                    .put("columnId", column(sheet, entry.getKey()).id())
                    .set("value", entry.getValue());
        }
        return row;
    }

    private Sheet sheet(String id) {
        var found = desk.workbook().sheet(Desk.id(id));
        if (found == null) {
            throw new NotFoundException("no sheet " + id);
        }
        return found;
    }

    private static Column column(Sheet sheet, String title) {
        var found = sheet.column(title);
        if (found == null) {
            throw SmartsheetFault.bad(1036, "There is no column '" + title + "'.");
        }
        return found;
    }

    private Person person(String email) {
        var known = desk.workbook().person(email);
        if (known.id() == 0) {
            throw SmartsheetFault.bad(1040, "There is nobody called '" + email + "'.");
        }
        return known;
    }

    private ObjectNode render(Sheet sheet) {
        var view = new SheetView(sheet, Set.of(), true, 2, null, desk.workbook()::person);
        var body = Json.object();
        body.put("id", String.valueOf(sheet.id()));
        body.put("name", sheet.name());
        body.put("version", sheet.version());
        body.set("columns", view.columns());
        var rows = body.putArray("rows");
        sheet.rows().forEach(row -> rows.add(render(sheet, row, view)));
        return body;
    }

    private static ObjectNode render(Sheet sheet, Row row, SheetView view) {
        var one = Json.object();
        one.put("id", String.valueOf(row.id()));
        one.put("modifiedAt", row.modifiedAt().toString());
        one.put("modifiedBy", row.modifiedBy());
        var cells = one.putObject("cells");
        for (var column : sheet.columns()) {
            var value = row.cell(column.id()).value();
            if (value != null) {
                cells.set(column.title(), value);
            }
        }
        one.set("comments", comments(view.discussions(row.id(), true)));
        one.set("attachments", view.attachments(row.id()));
        return one;
    }

    private static JsonNode comments(JsonNode discussions) {
        var comments = Json.array();
        discussions.forEach(discussion -> discussion.path("comments").forEach(comments::add));
        return comments;
    }
}
