package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.Group;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Share;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.RouteTable.Params;
import io.tieout.twin.wire.WireRequest;

/// Users, groups and who may do what with a sheet.
final class PeopleCalls {
    private final Desk desk;

    PeopleCalls(Desk desk) {
        this.desk = desk;
    }

    void addTo(RouteTable routes) {
        routes.reads("2.0/users/me", "get user", (request, _) -> me(request))
                .reads("2.0/users", "list users", (request, _) -> users(request))
                .reads("2.0/users/{user}", "get user", this::user)
                .reads("2.0/groups", "list groups", (request, _) -> groups(request))
                .reads("2.0/groups/{group}", "get group", this::group)
                .reads("2.0/shares", "list shares", (request, _) -> shares(request));
    }

    private Answer me(WireRequest request) {
        var caller = desk.caller(request);
        var body = render(caller);
        if (request.queryHas("include", "groups")) {
            var groups = body.putArray("groups");
            desk.workbook().groups().stream()
                    .filter(group -> group.members().contains(caller.email()))
                    .forEach(group -> groups.add(brief(group)));
        }
        return Answer.ok(body);
    }

    private Answer users(WireRequest request) {
        var all = Json.array();
        desk.workbook().people().forEach(person -> all.add(render(person)));
        return Answer.ok(Desk.page(request, all));
    }

    private Answer user(WireRequest request, Params params) {
        var person = desk.workbook().byId(Desk.id(params.get("user")));
        if (person == null) {
            throw SmartsheetFault.notFound();
        }
        return Answer.ok(render(person));
    }

    private static ObjectNode render(Person person) {
        var one = Json.object();
        one.put("id", person.id());
        one.put("email", person.email());
        one.put("name", person.name());
        one.put("firstName", person.firstName());
        one.put("lastName", person.lastName());
        one.put("admin", person.admin());
        one.put("licensedSheetCreator", true);
        one.put("status", person.status());
        return one;
    }

    private Answer groups(WireRequest request) {
        var all = Json.array();
        desk.workbook().groups().forEach(group -> all.add(brief(group)));
        return Answer.ok(Desk.page(request, all));
    }

    private static ObjectNode brief(Group group) {
        var one = Json.object();
        one.put("id", group.id());
        one.put("name", group.name());
        one.put("description", group.description());
        return one;
    }

    private Answer group(WireRequest request, Params params) {
        var id = Desk.id(params.get("group"));
        var group =
                desk.workbook().groups().stream()
                        .filter(one -> one.id() == id)
                        .findFirst()
                        .orElseThrow(SmartsheetFault::notFound);
        var body = brief(group);
        var members = body.putArray("members");
        group.members().stream()
                .map(desk.workbook()::person)
                .forEach(person ->
                        members.addObject()
                                .put("id", person.id())
                                .put("email", person.email())
                                .put("name", person.name()));
        return Answer.ok(body);
    }

    /// Shares of a sheet or a workspace. A sheet's list holds what the workspace gives only where
    /// it is asked for.
    private Answer shares(WireRequest request) {
        var caller = desk.caller(request);
        var items = Json.array();
        switch (request.query("assetType", "")) {
            case "sheet" -> {
                var sheet = desk.sheet(request.query("assetId", ""), caller);
                items.add(owner(desk.workbook().person(sheet.owner())));
                sheet.shares().forEach(share -> items.add(render(share, "ITEM")));
                if (request.query("sharingInclude") != null) {
                    desk.workbook()
                            .inherited(sheet)
                            .forEach(share -> items.add(render(share, "WORKSPACE")));
                }
            }
            case "workspace" -> {
                var workspace = desk.workbook().workspace(Desk.id(request.query("assetId", "")));
                if (workspace == null || desk.workbook().level(workspace, caller) == null) {
                    throw SmartsheetFault.notFound();
                }
                workspace.shares().forEach(share -> items.add(render(share, "WORKSPACE")));
            }
            default ->
                    throw SmartsheetFault.bad(
                            1018, "The value was not valid for the parameter assetType.");
        }
        return Answer.ok(TokenPage.of(request, "items", items));
    }

    private static ObjectNode owner(Person person) {
        return Json.object()
                .put("id", "owner" + person.id())
                .put("type", "USER")
                .put("userId", person.id())
                .put("email", person.email())
                .put("name", person.name())
                .put("accessLevel", "OWNER")
                .put("scope", "ITEM");
    }

    private ObjectNode render(Share share, String scope) {
        var one = Json.object();
        one.put("id", share.id());
        one.put("type", share.group() ? "GROUP" : "USER");
        if (share.group()) {
            one.put("groupId", share.granteeId());
            desk.workbook().groups().stream()
                    .filter(group -> group.id() == share.granteeId())
                    .forEach(group -> one.put("name", group.name()));
        } else {
            one.put("userId", share.granteeId());
            var person = desk.workbook().byId(share.granteeId());
            if (person != null) {
                one.put("email", person.email());
                one.put("name", person.name());
            }
        }
        one.put("accessLevel", share.level().name());
        one.put("scope", scope);
        return one;
    }
}
