package io.tieout.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/// A vendor that is slow or refuses everybody holds up nothing but what needs it, and what waited
/// goes on by itself.
@Isolated
class OutageIT {
    private static final long SLOW_MS = 60_000;
    private static final Duration STORM = Duration.ofMinutes(2);
    private static final Duration AT_ONCE = Duration.ofSeconds(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();
    private final LocalDate day = LocalDate.now(ZoneId.of("America/New_York")).minusDays(2);
    private final String run = Long.toString(System.nanoTime() % 100_000_000, 36);

    /// A call that was slow in the test before may still be under way: what it holds up is waited
    /// for, in the books and in the sheet.
    @BeforeEach
    void both_vendors_are_heard_from_and_written_to() {
        String name = "Guillemot " + run;
        twin.keep("Vendor", Map.of("DisplayName", name));
        String row =
                twin.addRow(
                        Twin.COSTS,
                        Map.of(
                                "Vendor",
                                name,
                                "Date",
                                day.toString(),
                                "Actual Cost",
                                12,
                                "Project",
                                "Quay Survey"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(twin.cell(Twin.COSTS, row, "Reconciliation Status"))
                            .isEqualTo("Missing in QB");
                    assertThat(
                                    Topic.read(
                                            running.processes().kafka(),
                                            Topics.QUICKBOOKS_ENTITIES.name()))
                            .anyMatch(record ->
                                    record.value() != null
                                            && new String(record.value(), UTF_8).contains(name));
                });
    }

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        twin.noFaults();
        await().atMost(PATIENCE)
                .ignoreException(ConditionTimeoutException.class)
                .untilAsserted(() -> new Gate(running).holds());
    }

    @Test
    void books_that_answer_in_a_minute_delay_no_sheet() {
        twin.fault(Map.of("vendor", "quickbooks", "kind", "DELAY", "delayMs", SLOW_MS));
        Instant start = Instant.now();

        String row =
                twin.addRow(
                        Twin.COSTS,
                        Map.of(
                                "Cost Item",
                                "Mooring lines",
                                "Vendor",
                                "Kestrel " + run,
                                "Date",
                                day.toString(),
                                "Actual Cost",
                                310,
                                "Project",
                                "Quay Survey"));

        await().atMost(AT_ONCE)
                .untilAsserted(() ->
                        assertThat(twin.cell(Twin.COSTS, row, "Reconciliation Status"))
                                .isEqualTo("Missing in QB"));
        report("slow-books", start);
    }

    @Test
    void sheets_that_answer_in_a_minute_delay_no_books() {
        String vendor = "Kittiwake " + run;
        String id =
                twin.keep("Vendor", Map.of("DisplayName", vendor))
                        .path("Vendor")
                        .path("Id")
                        .asText();
        twin.fault(Map.of("vendor", "smartsheet", "kind", "DELAY", "delayMs", SLOW_MS));
        Instant start = Instant.now();

        twin.keep(
                "Bill",
                Map.of(
                        "VendorRef",
                        Map.of("value", id),
                        "TxnDate",
                        day.toString(),
                        "Line",
                        List.of(
                                Map.of(
                                        "DetailType",
                                        "AccountBasedExpenseLineDetail",
                                        "Amount",
                                        415,
                                        "AccountBasedExpenseLineDetail",
                                        Map.of(
                                                "AccountRef",
                                                Map.of("value", "62"),
                                                "CustomerRef",
                                                Map.of("value", "71"))))));

        await().atMost(AT_ONCE)
                .untilAsserted(() ->
                        assertThat(console.findings())
                                .anyMatch(finding -> finding.toString().contains(vendor)));
        report("slow-sheets", start);
    }

    @Test
    @EnabledIfSystemProperty(named = "tieout.long", matches = "true")
    void two_minutes_of_refusals_lose_nothing_and_put_nothing_aside() {
        int deadLettersBefore = console.deadLetters().size();
        Story story = Story.of(running, "Refused for two minutes");
        String row = story.row("4");
        twin.fault(
                Map.of(
                        "vendor",
                        "smartsheet",
                        "kind",
                        "STATUS",
                        "status",
                        429,
                        "errorCode",
                        "4003"));
        twin.fault(
                Map.of(
                        "vendor",
                        "quickbooks",
                        "kind",
                        "STATUS",
                        "status",
                        429,
                        "errorCode",
                        "3001"));

        twin.edit(Twin.BILLING, row, Twin.PAULA, Map.of("Status", "Ready to Bill"));
        await().pollDelay(STORM).atMost(STORM.plusSeconds(5)).until(() -> true);
        twin.noFaults();

        Instant over = Instant.now();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(story.cell(row, "Draft Reference")).startsWith("TD-"));
        String reference = story.reference(row);
        JsonNode proposal = console.draft(reference);
        console.approve(Twin.FIONA, reference);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(twin.invoicesOf(Console.id(proposal))).hasSize(1));
        assertThat(console.deadLetters()).hasSize(deadLettersBefore);
        report("refused-two-minutes", over);
    }

    private static void report(String name, Instant start) {
        System.out.printf(
                "RESULT name=%s seconds=%.1f%n",
                name, Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }
}
