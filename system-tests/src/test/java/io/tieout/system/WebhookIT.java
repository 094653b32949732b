package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.system.running.Programme;
import io.tieout.system.running.Running;
import io.tieout.system.running.Twin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// However a webhook ends, what it would have told is found, and it comes back by itself or people
/// are told what to do.
class WebhookIT {
    private static final String WHILE_OFF = "while it was off";

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Map<String, Programme> programmes = new LinkedHashMap<>();

    @AfterEach
    void their_sheets_are_taken_away() {
        programmes.values().forEach(Programme::close);
    }

    @Test
    void one_that_can_be_enabled_or_replaced_heals_by_itself() {
        disable(
                "DISABLED_BY_OWNER",
                "DISABLED_CALLBACK_FAILED",
                "DISABLED_VERIFICATION_FAILED",
                "DISABLED_APP_REVOKED");

        eventually((status, programme) ->
                assertThat(programme.hook()).as(status).isEqualTo("ENABLED"));
        theChangeIsFound();
    }

    @Test
    void one_that_only_support_can_enable_is_told_to_people_and_the_sweep_goes_on() {
        disable("DISABLED_ADMINISTRATIVE", "DISABLED_EXCEEDED_GRID_LIMITS");

        eventually((status, programme) ->
                assertThat(programme.finding("WEBHOOK_DOWN"))
                        .get()
                        .satisfies(finding ->
                                assertThat(finding.toString()).contains(status, "support")));
        theChangeIsFound();
    }

    /// One sheet for each way to end, all at the same time.
    private void disable(String... statuses) {
        for (String status : List.of(statuses)) {
            programmes.put(status, Programme.made(running, "Webhook " + status, 2));
        }
        programmes.values().forEach(Programme::found);
        programmes.forEach((status, programme) -> {
            twin.http()
                    .post(
                            "/twin/webhooks/" + programme.hookId() + "/disable",
                            Map.of("status", status));
            programme.edit(0, Map.of("Task", WHILE_OFF));
        });
    }

    private void theChangeIsFound() {
        eventually((status, programme) ->
                assertThat(programme.published(0, WHILE_OFF)).as(status).isTrue());
    }

    private void eventually(BiConsumer<String, Programme> holds) {
        programmes.forEach((status, programme) ->
                await().untilAsserted(() -> holds.accept(status, programme)));
    }
}
