package io.tieout.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A billing sheet of its own, made in the workspace that Tieout watches: what a test does to its
/// columns disturbs no other test.
public final class Programme implements AutoCloseable {
    private static final String WORKSPACE = "4800000000000001";

    /// Whose sheets count from the moment on in which Tieout finds them.
    private static final String TAKEN_OVER = "4800000000000005";

    private static final Pattern PROPOSAL = Pattern.compile("proposal ([0-9a-f]{12})");

    private final Running running;
    private final String sheet;
    private final List<String> rows;

    private Programme(Running running, String sheet, List<String> rows) {
        this.running = running;
        this.sheet = sheet;
        this.rows = rows;
    }

    /// Made, found and read by Tieout, with rows that are not ready.
    public static Programme of(Running running, String name, int rows) {
        return made(running, name, rows).found();
    }

    /// The same, with rows that were marked ready before Tieout found them.
    public static Programme takenOver(Running running, String name, int rows) {
        return made(running, TAKEN_OVER, name, rows, "Ready to Bill").found();
    }

    /// Just made, so that several can be found at once.
    public static Programme made(Running running, String name, int rows) {
        return made(running, WORKSPACE, name, rows, "In Progress");
    }

    private static Programme made(
            Running running, String workspace, String name, int rows, String status) {
        String project = name + " " + System.nanoTime();
        running.twin()
                .addRow(
                        Twin.PROJECTS,
                        Map.of(
                                "Project",
                                project,
                                "Customer",
                                "Harbor Works LLC",
                                "Approved Hours",
                                100_000));
        Map<String, Object> cells = new HashMap<>();
        cells.put("Task", "Work {n}");
        cells.put("Status", status);
        cells.put("Customer", "Harbor Works LLC");
        cells.put("Project", project);
        cells.put("Service", "Engineering");
        cells.put("Work Date", "2026-11-18");
        cells.put("Hours", 3);
        cells.put("Billable", true);
        cells.put("Project Manager", Twin.PAULA);
        JsonNode made =
                running.twin()
                        .http()
                        .post(
                                "/twin/workspaces/" + workspace + "/sheets",
                                Map.of(
                                        "count",
                                        1,
                                        "rows",
                                        rows,
                                        "like",
                                        Twin.BILLING,
                                        "name",
                                        name,
                                        "as",
                                        Twin.PAULA,
                                        "cells",
                                        cells))
                        .path(0);
        return new Programme(
                running,
                made.path("sheetId").asText(),
                StreamSupport.stream(made.path("rows").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    /// Waits until Tieout has read it and is told of its changes.
    public Programme found() {
        await().untilAsserted(() -> {
            assertThat(observed()).hasSize(rows.size());
            assertThat(hook()).isEqualTo("ENABLED");
        });
        return this;
    }

    public String sheet() {
        return sheet;
    }

    public String row(int index) {
        return rows.get(index);
    }

    public void edit(int index, Map<String, ?> cells) {
        running.twin().edit(sheet, row(index), Twin.PAULA, cells);
    }

    public String cell(int index, String title) {
        return running.twin().cell(sheet, row(index), title);
    }

    public void rename(String title, String newTitle) {
        running.twin().http().put(columns(title), Map.of("as", Twin.PAULA, "title", newTitle));
    }

    public void retype(String title, String type) {
        running.twin().http().put(columns(title) + "/type", Map.of("as", Twin.PAULA, "type", type));
    }

    /// Has the sheet read whole, as an operator may, and waits until it has been.
    public void backfill() {
        long before =
                running.twin().calls(0).stream()
                        .mapToLong(call -> call.path("seq").asLong())
                        .max()
                        .orElse(0);
        int status =
                running.console()
                        .as("operator@harbor.example")
                        .send("POST", "/api/sheets/" + sheet + "/sweep", null, Map.of())
                        .statusCode();
        assertThat(status).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(running.twin().calls(before))
                        .anyMatch(call ->
                                call.path("path").asText().endsWith("/sheets/" + sheet)
                                        && !call.path("query").asText().contains("rows")));
    }

    public void removeColumn(String title) {
        running.twin().http().delete(columns(title) + "?as=" + Twin.PAULA);
    }

    public void addColumn(String title) {
        running.twin()
                .http()
                .post(
                        "/twin/sheets/" + sheet + "/columns",
                        Map.of("as", Twin.PAULA, "title", title, "type", "TEXT_NUMBER"));
    }

    /// The status of the webhook that tells Tieout of this sheet.
    public String hook() {
        for (JsonNode hook : running.twin().http().get("/twin/webhooks")) {
            if (hook.path("scopeObjectId").asText().equals(sheet)) {
                return hook.path("status").asText();
            }
        }
        return "none";
    }

    public String hookId() {
        for (JsonNode hook : running.twin().http().get("/twin/webhooks")) {
            if (hook.path("scopeObjectId").asText().equals(sheet)) {
                return hook.path("id").asText();
            }
        }
        throw new AssertionError("no webhook for sheet " + sheet);
    }

    /// The open finding of this kind about this sheet, if any.
    public Optional<JsonNode> finding(String kind) {
        return running.console().findings().stream()
                .filter(finding ->
                        finding.toString().contains(":" + sheet)
                                && finding.toString().contains(kind))
                .findFirst();
    }

    /// The name of what Tieout proposes since the columns changed.
    public Optional<String> proposal() {
        return finding("MAPPING_BROKEN")
                .map(finding -> PROPOSAL.matcher(finding.toString()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    public int accept(String person, String proposal) {
        return running.console()
                .as(person)
                .send(
                        "POST",
                        "/api/sheets/" + sheet + "/remap",
                        Http.write(Map.of("proposal", proposal)),
                        Map.of())
                .statusCode();
    }

    /// The keys of this sheet's rows that Tieout has published, however often.
    private Set<String> observed() {
        return Topic.read(running.processes().kafka(), Topics.SMARTSHEET_ROWS.name()).stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith(sheet + ":"))
                .collect(Collectors.toSet());
    }

    /// Whether Tieout has published this text of a row since it was made.
    public boolean published(int index, String text) {
        return Topic.read(running.processes().kafka(), Topics.SMARTSHEET_ROWS.name()).stream()
                .filter(record -> record.key().equals(sheet + ":" + row(index)))
                .anyMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(text));
    }

    private String columns(String title) {
        return "/twin/sheets/" + sheet + "/columns/" + title.replace(" ", "%20");
    }

    @Override
    public void close() {
        running.twin().http().delete("/twin/sheets/" + sheet);
    }
}
