package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.TwinConfig;
import io.tieout.twin.json.Json;
import io.tieout.twin.live.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills the workbook from a sample: people, groups, sheets by column title.
@ApplicationScoped
public class SheetsLoader {
    private static final Duration AGE = Duration.ofDays(14);

    private final Workbook workbook;
    private final TwinConfig config;
    private final Changes changes;
    private final Clock clock;

    SheetsLoader(Workbook workbook, TwinConfig config, Changes changes, Clock clock) {
        this.workbook = workbook;
        this.config = config;
        this.changes = changes;
        this.clock = clock;
    }

    public void load(JsonNode people, JsonNode sheets) {
        workbook.replace(List.of(), people(people), groups(people));
        workbook.replaceWorkspaces(workspaces(sheets), List.of());
        for (var sheet : sheets.path("sheets")) {
            workbook.add(sheet(sheet));
        }
        changes.fire("sheets");
    }

    /// Puts further sheets beside those that are there; one of the same id is replaced.
    public void add(JsonNode sheets) {
        for (var sheet : sheets) {
            workbook.add(sheet(sheet));
        }
        changes.fire("sheets");
    }

    private List<Person> people(JsonNode file) {
        List<Person> people = new ArrayList<>();
        for (var one : file.path("people")) {
            people.add(
                    new Person(
                            one.path("id").asLong(),
                            one.path("email").asText(),
                            one.path("name").asText(),
                            one.path("admin").asBoolean(),
                            "ACTIVE",
                            token(one)));
        }
        return people;
    }

    /// The service account's token is configured; other people may have one in the sample.
    private @Nullable String token(JsonNode person) {
        return person.path("service").asBoolean()
                ? config.smartsheetToken()
                : person.path("token").asText(null);
    }

    private static List<Group> groups(JsonNode file) {
        List<Group> groups = new ArrayList<>();
        for (var one : file.path("groups")) {
            groups.add(
                    new Group(
                            one.path("id").asLong(),
                            one.path("name").asText(),
                            one.path("description").asText(""),
                            texts(one.path("members"))));
        }
        return groups;
    }

    private static List<Workspace> workspaces(JsonNode file) {
        List<Workspace> workspaces = new ArrayList<>();
        for (var one : file.path("workspaces")) {
            List<Share> shares = new ArrayList<>();
            one.path("shares").forEach(share -> shares.add(share(share)));
            workspaces.add(
                    new Workspace(one.path("id").asLong(), one.path("name").asText(), shares));
        }
        return workspaces;
    }

    private Sheet sheet(JsonNode file) {
        var then = clock.instant().minus(AGE);
        var sheet =
                new Sheet(
                        file.path("id").asLong(),
                        file.path("name").asText(),
                        file.path("owner").asText(),
                        then);
        if (file.hasNonNull("workspace")) {
            sheet.moveTo(file.path("workspace").asLong());
        }
        file.path("columns").forEach(column -> sheet.columns().add(column(column)));
        file.path("shares").forEach(share -> sheet.shares().add(share(share)));
        var author = new Author(workbook.person(file.path("author").asText()), then, null, true);
        var edit = new SheetEdit(sheet, author, workbook.ids(), workbook.names());
        for (var row : file.path("rows")) {
            edit.load(row.path("id").asLong(), byId(sheet, row));
            talk(sheet, row, then);
        }
        return sheet;
    }

    private void talk(Sheet sheet, JsonNode row, Instant then) {
        for (var comment : row.path("comments")) {
            var author = new Author(workbook.person(comment.path("by").asText()), then, null, true);
            new SheetEdit(sheet, author, workbook.ids(), workbook.names())
                    .discuss(row.path("id").asLong(), comment.path("text").asText());
        }
    }

    private static Column column(JsonNode file) {
        return new Column(
                file.path("id").asLong(),
                file.path("title").asText(),
                Column.Type.valueOf(file.path("type").asText("TEXT_NUMBER")),
                file.path("primary").asBoolean(),
                texts(file.path("options")),
                file.path("system").asText(null),
                null,
                file.path("locked").asBoolean(),
                false,
                file.path("width").asInt(150));
    }

    private static Share share(JsonNode file) {
        return new Share(
                file.path("id").asText(),
                file.path("group").asBoolean(),
                file.path("grantee").asLong(),
                Share.Level.valueOf(file.path("level").asText()));
    }

    private static JsonNode byId(Sheet sheet, JsonNode row) {
        var body = Json.object();
        var cells = body.putArray("cells");
        for (var entry : row.path("cells").properties()) {
            var column = sheet.column(entry.getKey());
            if (column == null) {
                throw new IllegalStateException("no column " + entry.getKey());
            }
            cells.addObject().put("columnId", column.id()).set("value", entry.getValue());
        }
        return body;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
