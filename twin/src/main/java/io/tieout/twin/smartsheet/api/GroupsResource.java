package io.tieout.twin.smartsheet.api;

import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Group;
import io.tieout.twin.smartsheet.sheet.Workbook;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/// What an administrator does with groups at the screen.
@Path("/twin/groups")
@Produces(MediaType.APPLICATION_JSON)
class GroupsResource {
    private final Workbook workbook;

    GroupsResource(Workbook workbook) {
        this.workbook = workbook;
    }

    @GET
    public String all() {
        return Json.tree(workbook.groups()).toString();
    }

    /// Says who is in a group from now on: `{"members": [...]}`.
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String members(String name, String body) {
        List<String> members = new ArrayList<>();
        Json.parse(body).path("members").forEach(member -> members.add(member.asText()));
        for (var group : workbook.groups()) {
            if (group.name().equals(name)) {
                var changed = new Group(group.id(), name, group.description(), members);
                workbook.put(changed);
                return Json.tree(changed).toString();
            }
        }
        throw new NotFoundException("no group " + name);
    }
}
