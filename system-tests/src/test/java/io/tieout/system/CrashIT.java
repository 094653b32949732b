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
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/// Runs with `./tieout test --long`. `kill -9` at any moment loses nothing and doubles nothing.
@EnabledIfSystemProperty(named = "tieout.long", matches = "true")
@Isolated
class CrashIT {
    private static final int PROJECTS = 100;
    private static final int ROWS_EACH = 2;
    private static final int APPROVALS_BEFORE_EACH_KILL = 2;
    private static final Duration APPROVAL_PAUSE = Duration.ofSeconds(30);

    /// A run in which writeback died fewer times than this in the middle of a call proves nothing.
    private static final int HITS_MIN = 10;

    private static final List<String> OTHERS =
            List.of(
                    Services.INGEST,
                    Services.INVOICE,
                    Services.AUDIT,
                    Services.RECONCILE,
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
    @Timeout(value = 25, unit = TimeUnit.MINUTES)
    void two_hundred_rows_in_flight_while_each_service_is_killed_become_one_invoice_each()
            throws SQLException {
        // Given
        Map<String, Story> stories = new LinkedHashMap<>();
        for (int project = 0; project < PROJECTS; project++) {
            Story story = Story.of(running, "Crash");
            for (int i = 0; i < ROWS_EACH; i++) {
                stories.put(story.row("1"), story);
            }
        }
        slow("quickbooks");
        slow("smartsheet");
        stories.forEach((row, story) -> story.ready(row));

        // When
        Map<String, Integer> hits = new TreeMap<>();
        for (int round = 0; hits.getOrDefault(Services.WRITEBACK, 0) < HITS_MIN; round++) {
            assertThat(round)
                    .as("kills, of which too few hit an open intent: " + hits)
                    .isLessThan(30);
            String service =
                    round % 2 == 0 ? Services.WRITEBACK : OTHERS.get(round / 2 % OTHERS.size());
            killInTheMiddleOfACall(service, hits);
            running.processes().restart(service);
        }

        // Then
        twin.noFaults();
        await().atMost(Duration.ofMinutes(6))
                .untilAsserted(() -> {
                    approveSome(Integer.MAX_VALUE);
                    assertThat(
                                    stories.entrySet().stream()
                                            .filter(entry ->
                                                    entry.getValue()
                                                            .cell(entry.getKey(), "Invoice Number")
                                                            .isEmpty()))
                            .as("rows without an invoice number")
                            .isEmpty();
                });
        List<JsonNode> invoices = invoices();
        assertThat(invoices.stream().map(invoice -> invoice.path("PrivateNote").asText()))
                .doesNotHaveDuplicates();
        assertThat(hours(invoices)).isEqualByComparingTo(String.valueOf(PROJECTS * ROWS_EACH));
        assertThat(hits).containsKeys(OTHERS.toArray(String[]::new));
    }

    /// Kills it while at least one call to a vendor is committed and unanswered.
    private void killInTheMiddleOfACall(String service, Map<String, Integer> hits)
            throws SQLException {
        AtomicLong nextApproval = new AtomicLong(System.nanoTime());
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (System.nanoTime() - nextApproval.get() >= 0) {
                        approveSome(APPROVALS_BEFORE_EACH_KILL);
                        nextApproval.set(System.nanoTime() + APPROVAL_PAUSE.toNanos());
                    }
                    return openIntents() > 0;
                });
        running.processes().kill(service);
        if (openIntents() > 0) {
            hits.merge(service, 1, Integer::sum);
        }
        System.out.println("Killed " + service + "; kills that hit an open intent: " + hits);
    }

    private long openIntents() throws SQLException {
        try (Connection connection = running.processes().database().connect();
                Statement statement = connection.createStatement();
                ResultSet open =
                        statement.executeQuery(
                                "SELECT count(*) FROM writeback.intents WHERE status = 'OPEN'")) {
            open.next();
            return open.getLong(1);
        }
    }

    private void slow(String vendor) {
        twin.fault(
                Map.of(
                        "id",
                        "slow " + vendor,
                        "vendor",
                        vendor,
                        "operation",
                        "*",
                        "kind",
                        "DELAY",
                        "delayMs",
                        1000,
                        "share",
                        1.0,
                        "limit",
                        100_000,
                        "seed",
                        3));
    }

    private void approveSome(int many) {
        waiting()
                .limit(many)
                .forEach(proposal -> console.decide(Twin.FIONA, proposal, "APPROVED", ""));
    }

    private Stream<JsonNode> waiting() {
        return ours().filter(proposal -> Console.status(proposal).equals("AWAITING_APPROVAL"));
    }

    private Stream<JsonNode> ours() {
        return console.proposals().stream()
                .filter(proposal -> proposal.toString().contains("Crash"));
    }

    private List<JsonNode> invoices() {
        List<String> anchors = ours().map(proposal -> "tieout:" + Console.id(proposal)).toList();
        return twin.invoices().stream()
                .filter(invoice -> anchors.contains(invoice.path("PrivateNote").asText()))
                .toList();
    }

    private static BigDecimal hours(List<JsonNode> invoices) {
        List<BigDecimal> quantities = new ArrayList<>();
        for (JsonNode invoice : invoices) {
            for (JsonNode line : invoice.path("Line")) {
                JsonNode quantity = line.path("SalesItemLineDetail").path("Qty");
                if (quantity.isNumber()) {
                    quantities.add(quantity.decimalValue());
                }
            }
        }
        return quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
