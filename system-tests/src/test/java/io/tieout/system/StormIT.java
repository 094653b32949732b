package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Running;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/// Many sheets change at once, under the vendor's own quota: nothing is lost, nothing is done
/// twice, with webhooks or without. The last of all by its name, because others replay every event
/// that there is. At full size fifty sheets and 5,000 callbacks in 60 s.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated
class StormIT {
    private static final boolean FULL = Boolean.getBoolean("tieout.long");
    private static final int SHEETS = FULL ? 50 : 5;
    private static final int ROWS = FULL ? 100 : 40;
    private static final Duration DURATION = Duration.ofSeconds(FULL ? 60 : 6);
    private static final Duration PATIENCE = Duration.ofMinutes(FULL ? 10 : 3);
    private static final String WORKSPACE = "4800000000000001";

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Map<String, List<String>> rows = new HashMap<>();

    @BeforeAll
    void sheets_of_one_layout_are_found_and_subscribed() {
        twin.http()
                .put(
                        "/twin/settings",
                        Map.of("debounceMs", 0, "callbackEventsMax", 1, "quotaFactor", 1.0));
        for (JsonNode sheet :
                twin.http()
                        .post(
                                "/twin/workspaces/" + WORKSPACE + "/sheets",
                                Map.of(
                                        "count",
                                        SHEETS,
                                        "rows",
                                        ROWS,
                                        "like",
                                        Twin.BILLING,
                                        "name",
                                        "Burst {n}",
                                        "as",
                                        Twin.PAULA,
                                        "cells",
                                        Map.of(
                                                "Task", "Work {n}",
                                                "Status", "In Progress",
                                                "Customer", "Harbor Works LLC",
                                                "Service", "Engineering",
                                                "Work Date", "2026-11-18",
                                                "Hours", 1)))) {
            rows.put(
                    sheet.path("sheetId").asText(),
                    StreamSupport.stream(sheet.path("rows").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(published(0)).hasSize(SHEETS * ROWS);
                    assertThat(hooks())
                            .hasSize(SHEETS)
                            .allSatisfy(hook ->
                                    assertThat(hook.path("status").asText()).isEqualTo("ENABLED"));
                });
    }

    @AfterAll
    void sheets_that_leave_the_workspace_are_let_go() {
        rows.keySet().forEach(sheet -> twin.http().delete("/twin/sheets/" + sheet));
        twin.http()
                .put(
                        "/twin/settings",
                        Map.of(
                                "debounceMs",
                                200,
                                "callbackEventsMax",
                                10_000,
                                "quotaFactor",
                                50.0,
                                "webhooks",
                                true));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hooks()).isEmpty());
    }

    @Test
    @Order(1)
    void every_callback_is_taken_and_every_row_is_processed_once() throws InterruptedException {
        long callbacksBefore = callbacks();
        long rowsBefore = rowRecords();
        long callsBefore = lastCall();

        Duration took = editEveryRow(2);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(published(rowsBefore)).hasSize(SHEETS * ROWS));
        assertThat(callbacks() - callbacksBefore).isEqualTo(SHEETS * ROWS);
        assertThat(hooks())
                .allSatisfy(hook -> {
                    assertThat(hook.path("delivered").asInt()).isEqualTo(ROWS);
                    assertThat(hook.path("retried").asInt()).isZero();
                    assertThat(hook.path("status").asText()).isEqualTo("ENABLED");
                });
        assertThat(published(rowsBefore).values()).allMatch(times -> times == 1);
        assertThat(throttled(callsBefore)).isZero();
        report("webhooks", took, callsBefore);
    }

    @Test
    @Order(2)
    void without_webhooks_the_sweep_finds_exactly_the_same_rows() throws InterruptedException {
        twin.http().put("/twin/settings", Map.of("webhooks", false));
        long callbacksBefore = callbacks();
        long rowsBefore = rowRecords();
        long callsBefore = lastCall();

        Duration took = editEveryRow(3);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(published(rowsBefore)).hasSize(SHEETS * ROWS));
        assertThat(callbacks()).isEqualTo(callbacksBefore);
        assertThat(published(rowsBefore).values()).allMatch(times -> times == 1);
        assertThat(throttled(callsBefore)).isZero();
        report("sweep", took, callsBefore);
    }

    /// One change for each row, evenly over the time, sheet after sheet in turn.
    private Duration editEveryRow(int hours) throws InterruptedException {
        Instant began = Instant.now();
        List<Throwable> failures = new ArrayList<>();
        int edits = SHEETS * ROWS;
        try (ScheduledExecutorService people = Executors.newScheduledThreadPool(8)) {
            int number = 0;
            for (int row = 0; row < ROWS; row++) {
                for (Map.Entry<String, List<String>> sheet : rows.entrySet()) {
                    String id = sheet.getValue().get(row);
                    people.schedule(
                            () -> {
                                try {
                                    twin.edit(
                                            sheet.getKey(), id, Twin.PAULA, Map.of("Hours", hours));
                                } catch (RuntimeException | AssertionError e) {
                                    synchronized (failures) {
                                        failures.add(e);
                                    }
                                }
                            },
                            DURATION.toMillis() * number++ / edits,
                            TimeUnit.MILLISECONDS);
                }
            }
            people.shutdown();
            assertThat(people.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(failures).isEmpty();
        return Duration.between(began, Instant.now());
    }

    /// How often each row of these sheets was published since.
    private Map<String, Integer> published(long after) {
        Map<String, Integer> times = new HashMap<>();
        List<String> all =
                Topic.read(running.processes().kafka(), Topics.SMARTSHEET_ROWS.name()).stream()
                        .map(record ->
                                record.key()
                                        + " "
                                        + new String(record.value(), StandardCharsets.UTF_8))
                        .toList();
        // Records are counted from the end of what was there, whatever the partition.
        Map<String, Integer> skip = new HashMap<>(seen.getOrDefault(after, Map.of()));
        for (String record : all) {
            String key = record.substring(0, record.indexOf(' '));
            if (!rows.containsKey(key.substring(0, key.indexOf(':')))) {
                continue;
            }
            int left = skip.getOrDefault(key, 0);
            if (left > 0) {
                skip.put(key, left - 1);
            } else {
                times.merge(key, 1, Integer::sum);
            }
        }
        return times;
    }

    private final Map<Long, Map<String, Integer>> seen = new HashMap<>();

    /// A mark: what was published up to now.
    private long rowRecords() {
        Map<String, Integer> all = published(-1);
        long mark = seen.size() + 1L;
        seen.put(mark, all);
        return mark;
    }

    /// Of these sheets alone: what was written to others before may still be told of.
    private long callbacks() {
        return Topic.read(running.processes().kafka(), Topics.SMARTSHEET_CALLBACKS.name()).stream()
                .filter(record -> rows.containsKey(record.key()))
                .count();
    }

    private List<JsonNode> hooks() {
        return StreamSupport.stream(twin.http().get("/twin/webhooks").spliterator(), false)
                .filter(hook -> rows.containsKey(hook.path("scopeObjectId").asText()))
                .toList();
    }

    private long lastCall() {
        return twin.calls(0).stream().mapToLong(call -> call.path("seq").asLong()).max().orElse(0);
    }

    private long throttled(long after) {
        return twin.calls(after).stream()
                .filter(call -> call.path("vendor").asText().equals("smartsheet"))
                .filter(call -> call.path("status").asInt() == 429)
                .count();
    }

    private void report(String how, Duration took, long callsBefore) {
        System.out.printf(
                "RESULT name=burst how=%s sheets=%d changes=%d seconds=%.1f calls=%d%n",
                how,
                SHEETS,
                SHEETS * ROWS,
                took.toMillis() / 1000.0,
                twin.calls(callsBefore).stream()
                        .filter(call -> call.path("vendor").asText().equals("smartsheet"))
                        .count());
    }
}
