package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Discussion;
import io.tieout.twin.smartsheet.sheet.Share;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.Change;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Discussions and comments on sheets and rows.
final class TalkCalls {
    private static final String COMMENT = "add comment";

    private final Desk desk;

    TalkCalls(Desk desk) {
        this.desk = desk;
    }

    void addTo(RouteTable routes) {
        routes.reads(
                        "2.0/sheets/{sheet}/discussions",
                        "list discussions",
                        (request, params) -> list(request, params, null))
                .reads(
                        "2.0/sheets/{sheet}/rows/{row}/discussions",
                        "list discussions",
                        (request, params) -> list(request, params, Desk.id(params.get("row"))))
                .reads("2.0/sheets/{sheet}/discussions/{discussion}", "get discussion", this::get)
                .reads("2.0/sheets/{sheet}/comments/{comment}", "get comment", this::comment)
                .writes(
                        "POST",
                        "2.0/sheets/{sheet}/discussions",
                        COMMENT,
                        (request, params) -> discuss(request, params, null))
                .writes(
                        "POST",
                        "2.0/sheets/{sheet}/rows/{row}/discussions",
                        COMMENT,
                        (request, params) -> discuss(request, params, Desk.id(params.get("row"))))
                .writes(
                        "POST",
                        "2.0/sheets/{sheet}/discussions/{discussion}/comments",
                        COMMENT,
                        this::reply);
    }

    private Answer list(WireRequest request, Params params, @Nullable Long rowId) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            requireRow(sheet, rowId);
            return Answer.ok(
                    Desk.page(
                            request,
                            SheetCalls.view(desk, sheet, request)
                                    .discussions(rowId, request.queryHas("include", "comments"))));
        }
    }

    private Answer get(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        synchronized (sheet) {
            return Answer.ok(
                    SheetCalls.view(desk, sheet, request)
                            .discussion(discussion(sheet, params.get("discussion")), true));
        }
    }

    private Answer comment(WireRequest request, Params params) {
        var sheet = desk.sheet(params.get("sheet"), desk.caller(request));
        var id = Desk.id(params.get("comment"));
        synchronized (sheet) {
            for (var discussion : sheet.discussions()) {
                for (var comment : discussion.comments()) {
                    if (comment.id() == id) {
                        var body =
                                SheetCalls.view(desk, sheet, request).comment(discussion, comment);
                        body.put("parentType", discussion.rowId() == null ? "SHEET" : "ROW");
                        body.put(
                                "parentId",
                                discussion.rowId() == null ? sheet.id() : discussion.rowId());
                        return Answer.ok(body);
                    }
                }
            }
        }
        throw SmartsheetFault.notFound();
    }

    private static void requireRow(Sheet sheet, @Nullable Long rowId) {
        if (rowId != null && sheet.row(rowId) == null) {
            throw SmartsheetFault.notFound();
        }
    }

    private static Discussion discussion(Sheet sheet, String id) {
        var wanted = Desk.id(id);
        return sheet.discussions().stream()
                .filter(one -> one.id() == wanted)
                .findFirst()
                .orElseThrow(SmartsheetFault::notFound);
    }

    private static String text(JsonNode comment) {
        if (!Json.filled(comment, "text")) {
            throw SmartsheetFault.bad(
                    1012,
                    "A required object attribute is missing from your request: comment.text.");
        }
        return comment.path("text").asText();
    }

    private Answer discuss(WireRequest request, Params params, @Nullable Long rowId) {
        var body = Desk.json(request);
        var text = text(body.path("comment"));
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.COMMENTER,
                (sheet, edit) -> {
                    requireRow(sheet, rowId);
                    var discussion = edit.discuss(rowId, text);
                    return Answer.ok(
                                    Desk.success(
                                                    SheetCalls.view(desk, sheet, request)
                                                            .discussion(discussion, true))
                                            .put("version", sheet.version()))
                            .changed(
                                    List.of(
                                            change(
                                                    request,
                                                    sheet,
                                                    rowId == null ? sheet.id() : rowId,
                                                    body)));
                });
    }

    private Answer reply(WireRequest request, Params params) {
        var body = Desk.json(request);
        var text = text(body);
        return desk.write(
                request,
                params.get("sheet"),
                Share.Level.COMMENTER,
                (sheet, edit) -> {
                    var discussion = discussion(sheet, params.get("discussion"));
                    var comment = edit.reply(discussion, text);
                    var parent = discussion.rowId();
                    return Answer.ok(
                                    Desk.success(
                                                    SheetCalls.view(desk, sheet, request)
                                                            .comment(discussion, comment))
                                            .put("version", sheet.version()))
                            .changed(
                                    List.of(
                                            change(
                                                    request,
                                                    sheet,
                                                    parent == null ? sheet.id() : parent,
                                                    body)));
                });
    }

    /// The entity of a comment is the row that it stands on.
    private static Change change(WireRequest request, Sheet sheet, long parent, JsonNode body) {
        return Change.of(COMMENT, String.valueOf(sheet.id()), String.valueOf(parent), body)
                .by(request.header("Smartsheet-Change-Agent"));
    }
}
