package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Folder;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.smartsheet.sheet.Workspace;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Workspaces, their folders and what lies in them, paged by token: the calls that replaced `GET
/// /workspaces/{id}` and `GET /folders/{id}` in June 2026.
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
                        this::children)
                .reads("2.0/folders/{folder}/metadata", "get folder", this::folderMetadata)
                .reads(
                        "2.0/folders/{folder}/children",
                        "list folder children",
                        this::folderChildren);
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
        return content(request, workspace(params, caller), null);
    }

    private Answer folderMetadata(WireRequest request, Params params) {
        return Answer.ok(shown(folder(params, desk.caller(request))));
    }

    private Answer folderChildren(WireRequest request, Params params) {
        var folder = folder(params, desk.caller(request));
        var workspace = desk.workbook().workspace(folder.workspaceId());
        if (workspace == null) {
            throw SmartsheetFault.notFound();
        }
        return content(request, workspace, folder.id());
    }

    private Answer content(WireRequest request, Workspace workspace, @Nullable Long folder) {
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
        var all = Json.array();
        if (wanted.isEmpty() || wanted.contains("sheets")) {
            addSheets(all, workspace, folder);
        }
        if (wanted.isEmpty() || wanted.contains("folders")) {
            desk.workbook().folders().stream()
                    .filter(one -> one.workspaceId() == workspace.id())
                    .filter(one -> Objects.equals(one.parentId(), folder))
                    .forEach(one -> all.add(shown(one).put("resourceType", "folder")));
        }
        return Answer.ok(TokenPage.of(request, "data", all));
    }

    private void addSheets(ArrayNode all, Workspace workspace, @Nullable Long folder) {
        for (var sheet : desk.workbook().sheets()) {
            if (Objects.equals(sheet.workspaceId(), workspace.id())
                    && Objects.equals(sheet.folderId(), folder)) {
                all.addObject()
                        .put("id", sheet.id())
                        .put("name", sheet.name())
                        .put("resourceType", "sheet")
                        .put("permalink", "https://app.smartsheet.example/sheets/" + sheet.id());
            }
        }
    }

    private static ObjectNode shown(Folder folder) {
        return Json.object()
                .put("id", folder.id())
                .put("name", folder.name())
                .put("permalink", "https://app.smartsheet.example/folders/" + folder.id());
    }

    private ObjectNode head(Workspace workspace, Person caller) {
        var level = desk.workbook().level(workspace, caller);
        return Json.object()
                .put("id", workspace.id())
                .put("name", workspace.name())
                .put("accessLevel", level == null ? "VIEWER" : level.name())
                .put("permalink", "https://app.smartsheet.example/workspaces/" + workspace.id());
    }

    private Folder folder(Params params, Person caller) {
        var found = desk.workbook().folder(Desk.id(params.get("folder")));
        var workspace = found == null ? null : desk.workbook().workspace(found.workspaceId());
        if (found == null
                || workspace == null
                || desk.workbook().level(workspace, caller) == null) {
            throw SmartsheetFault.notFound();
        }
        return found;
    }

    private Workspace workspace(Params params, Person caller) {
        var found = desk.workbook().workspace(Desk.id(params.get("workspace")));
        if (found == null || desk.workbook().level(found, caller) == null) {
            throw SmartsheetFault.notFound();
        }
        return found;
    }
}
