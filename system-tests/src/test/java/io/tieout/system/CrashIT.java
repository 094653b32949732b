package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.topic.Services;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Runs with `./tieout test --long`. `kill -9` at any moment loses nothing and doubles nothing.
@EnabledIfSystemProperty(named = "tieout.long", matches = "true")
class CrashIT {
    private static final int PROJECTS = 20;
    private static final int ROWS_EACH = 10;
    private static final List<String> SERVICES =
            List.of(
                    Services.INGEST,
                    Services.INVOICE,
                    Services.AUDIT,
                    Services.WRITEBACK,
                    Services.CONSOLE);

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        twin.noFaults();
        new Gate(running).holds();
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void two_hundred_rows_in_flight_while_each_service_is_killed_become_one_invoice_each() {
        twin.fault(
                Map.of(
                        "id",
                        "slow",
                        "vendor",
                        "quickbooks",
                        "operation",
                        "*",
                        "kind",
                        "DELAY",
                        "delayMs",
                        150,
                        "share",
                        1.0,
                        "limit",
                        100_000,
                        "seed",
                        3));
        Map<String, Story> stories = new LinkedHashMap<>();
        for (int project = 0; project < PROJECTS; project++) {
            Story story = Story.of(running, "Crash");
            for (int i = 0; i < ROWS_EACH; i++) {
                stories.put(story.row("1"), story);
            }
        }
        stories.forEach((row, story) -> story.ready(row));

        for (String service : SERVICES) {
            running.processes().kill(service);
            running.processes().restart(service);
        }
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> {
                    approveWhatWaits();
                    assertThat(
                                    stories.entrySet().stream()
                                            .filter(entry ->
                                                    entry.getValue()
                                                            .cell(entry.getKey(), "Invoice Number")
                                                            .isEmpty()))
                            .as("rows without an invoice number")
                            .isEmpty();
                });

        Map<String, Long> perProject = new LinkedHashMap<>();
        for (JsonNode invoice : twin.invoices()) {
            perProject.merge(invoice.path("PrivateNote").asText(), 1L, Long::sum);
        }
        assertThat(
                        perProject.entrySet().stream()
                                .filter(entry -> entry.getKey().startsWith("tieout:"))
                                .map(Map.Entry::getValue))
                .containsOnly(1L);
    }

    private void approveWhatWaits() {
        for (JsonNode proposal : console.proposals()) {
            if (Console.status(proposal).equals("AWAITING_APPROVAL")
                    && proposal.toString().contains("Crash")) {
                console.decide(Twin.FIONA, proposal, "APPROVED", "");
            }
        }
    }
}
