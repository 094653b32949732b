package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.smartsheet.sheet.Workspace;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;
import java.util.Set;

/// Workspaces and what lies in them, paged by token: the calls that replaced `GET /workspaces/{id}`
/// in June 2026.
final class WorkspaceCalls {
    private static final Set<String> TYPES =
            Set.of("sheets", "reports", "sights", "folders", "templates");

    private final Desk desk;

    WorkspaceCalls(Desk desk) {
        this.desk = desk;
    }

    void addTo(RouteTable routes) {
        routes.reads("2.0/workspaces", "list workspaces", (request, _) -> list(request))
                .reads("2.0/workspaces/{workspace}/metadata", "get workspace", this::metadata)
                .reads(
                        "2.0/workspaces/{workspace}/children",
                        "list workspace children",
                        this::children);
    }

    private Answer list(WireRequest request) {
        var caller = desk.caller(request);
        var all = Json.array();
        desk.workbook().workspaces().stream()
                .filter(one -> desk.workbook().level(one, caller) != null)
                .forEach(one -> all.add(head(one, caller)));
        return Answer.ok(TokenPage.of(request, "data", all));
    }

    private Answer metadata(WireRequest request, Params params) {
        var caller = desk.caller(request);
        return Answer.ok(head(workspace(params, caller), caller));
    }

    private Answer children(WireRequest request, Params params) {
        var caller = desk.caller(request);
        var workspace = workspace(params, caller);
        var wanted = SheetCalls.words(request, "childrenResourceTypes");
        for (var type : wanted) {
            if (!TYPES.contains(type)) {
                throw SmartsheetFault.bad(
                        1018,
                        "The value '"
                                + type
                                + "' was not valid for the parameter childrenResourceTypes.");
            }
        }
        var all = wanted.isEmpty() || wanted.contains("sheets") ? sheets(workspace) : Json.array();
        return Answer.ok(TokenPage.of(request, "data", all));
    }

    private ArrayNode sheets(Workspace workspace) {
        var all = Json.array();
        for (var sheet : desk.workbook().sheets()) {
            if (sheet.workspaceId() != null && sheet.workspaceId() == workspace.id()) {
                all.addObject()
                        .put("id", sheet.id())
                        .put("name", sheet.name())
                        .put("resourceType", "sheet")
                        .put("permalink", "https://app.smartsheet.example/sheets/" + sheet.id());
            }
        }
        return all;
    }

    private ObjectNode head(Workspace workspace, Person caller) {
        var level = desk.workbook().level(workspace, caller);
        return Json.object()
                .put("id", workspace.id())
                .put("name", workspace.name())
                .put("accessLevel", level == null ? "VIEWER" : level.name())
                .put("permalink", "https://app.smartsheet.example/workspaces/" + workspace.id());
    }

    private Workspace workspace(Params params, Person caller) {
        var found = desk.workbook().workspace(Desk.id(params.get("workspace")));
        if (found == null || desk.workbook().level(found, caller) == null) {
            throw SmartsheetFault.notFound();
        }
        return found;
    }
}
