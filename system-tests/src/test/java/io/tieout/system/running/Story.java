package io.tieout.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Rows of a project of their own, so that tests that share a system do not share drafts.
public final class Story {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Running running;
    private final String project;
    private final String customer;

    private Story(Running running, String project, String customer) {
        this.running = running;
        this.project = project;
        this.customer = customer;
    }

    /// A new project of Harbor Works with hours to spare.
    public static Story of(Running running, String name) {
        return of(running, name, "Harbor Works LLC");
    }

    public static Story of(Running running, String name, String customer) {
        String project = name + " " + NUMBER.incrementAndGet();
        running.twin()
                .addRow(
                        Twin.PROJECTS,
                        Map.of(
                                "Project",
                                project,
                                "Customer",
                                customer,
                                "Approved Hours",
                                100_000));
        return new Story(running, project, customer);
    }

    public String project() {
        return project;
    }

    /// A row of engineering hours, not yet ready.
    public String row(String hours) {
        return row(Map.of("Hours", Double.parseDouble(hours)));
    }

    public String row(Map<String, ?> changed) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("Task", "Load calculation");
        cells.put("Status", "In Progress");
        cells.put("Customer", customer);
        cells.put("Project", project);
        cells.put("Service", "Engineering");
        cells.put("Work Date", "2026-11-18");
        cells.put("Hours", 2);
        cells.put("Billable", true);
        cells.put("Project Manager", Twin.PAULA);
        cells.putAll(changed);
        return running.twin().addRow(Twin.BILLING, cells);
    }

    public void ready(String row) {
        edit(row, Map.of("Status", "Ready to Bill"));
    }

    /// Takes the row back, and waits until Tieout knows: Smartsheet tells of the last state only
    /// when two changes fall into one callback.
    public void takeBack(String row) {
        edit(row, Map.of("Status", "In Progress"));
        await().untilAsserted(() -> assertThat(lastSeen(row)).contains("\"ready\":false"));
    }

    /// The row as Tieout published it last.
    public String lastSeen(String row) {
        return Topic.read(running.processes().kafka(), Topics.SMARTSHEET_ROWS.name()).stream()
                .filter(record -> record.key().equals(Twin.BILLING + ":" + row))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .reduce("", (_, last) -> last);
    }

    public void edit(String row, Map<String, ?> cells) {
        running.twin().edit(Twin.BILLING, row, Twin.PAULA, cells);
    }

    public String cell(String row, String title) {
        return running.twin().cell(Twin.BILLING, row, title);
    }

    /// Waits until the row carries a draft and returns its reference without the revision.
    public String reference(String row) {
        await().untilAsserted(() -> assertThat(cell(row, "Draft Reference")).startsWith("TD-"));
        return cell(row, "Draft Reference").split(" ")[0];
    }

    /// Waits until all rows carry the same revision of one draft and returns its reference.
    public String reference(List<String> rows) {
        await().untilAsserted(() ->
                assertThat(rows)
                        .extracting(row -> cell(row, "Draft Reference"))
                        .allSatisfy(text -> assertThat(text).startsWith("TD-"))
                        .containsOnly(cell(rows.getFirst(), "Draft Reference")));
        return reference(rows.getFirst());
    }

    /// Waits until the row carries this revision of its draft, and the console knows it.
    public void awaitRevision(String row, String reference, int revision) {
        await().untilAsserted(() ->
                assertThat(cell(row, "Draft Reference")).isEqualTo(reference + " r" + revision));
        await().untilAsserted(() ->
                assertThat(Console.revision(running.console().draft(reference)))
                        .isGreaterThanOrEqualTo(revision));
    }

    /// The revision of the draft that the row carries.
    public int revision(String row) {
        return Integer.parseInt(cell(row, "Draft Reference").split(" r")[1]);
    }

    /// Waits until the row carries an invoice number and returns it.
    public String invoiceNumber(String row) {
        await().untilAsserted(() -> assertThat(cell(row, "Invoice Number")).isNotEmpty());
        return cell(row, "Invoice Number");
    }
}
