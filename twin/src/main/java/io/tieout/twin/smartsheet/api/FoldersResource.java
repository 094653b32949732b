package io.tieout.twin.smartsheet.api;

import io.tieout.twin.json.Json;
import io.tieout.twin.live.Changes;
import io.tieout.twin.smartsheet.sheet.Folder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// What a person does with folders at the screen.
@Path("/twin/folders")
@Produces(MediaType.APPLICATION_JSON)
class FoldersResource {
    private final Desk desk;
    private final Changes changes;

    FoldersResource(Desk desk, Changes changes) {
        this.desk = desk;
        this.changes = changes;
    }

    /// Moves a sheet into a folder of its workspace, which is made where there is none: `{"path":
    /// ["2026", "Piers"]}`; an empty path is the workspace itself.
    @PUT
    @Path("sheets/{sheet}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String move(long sheet, String body) {
        var found = desk.workbook().sheet(sheet);
        var workspace = found == null ? null : found.workspaceId();
        if (found == null || workspace == null) {
            throw new NotFoundException("no sheet " + sheet + " in a workspace");
        }
        @Nullable Folder folder = null;
        for (var name : Json.parse(body).path("path")) {
            folder =
                    desk.workbook()
                            .folder(workspace, folder == null ? null : folder.id(), name.asText());
        }
        synchronized (found) {
            if (folder == null) {
                found.moveTo(workspace);
            } else {
                found.moveTo(folder);
            }
        }
        changes.fire("sheets");
        return Json.object().put("sheetId", sheet).toString();
    }
}
