package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.system.running.Programme;
import io.tieout.system.running.Running;
import io.tieout.system.running.Twin;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However a webhook ends, what it would have told is found, and it comes back by itself or people
/// are told what to do.
class WebhookIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISABLED_BY_OWNER",
                "DISABLED_CALLBACK_FAILED",
                "DISABLED_VERIFICATION_FAILED",
                "DISABLED_APP_REVOKED"
            })
    void one_that_can_be_enabled_or_replaced_heals_by_itself(String status) {
        try (Programme programme = Programme.of(running, "Webhook " + status, 2)) {
            disable(programme, status);
            programme.edit(0, Map.of("Task", "while it was off"));

            await().untilAsserted(() -> assertThat(programme.hook()).isEqualTo("ENABLED"));
            await().untilAsserted(
                            () -> assertThat(programme.published(0, "while it was off")).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISABLED_ADMINISTRATIVE", "DISABLED_EXCEEDED_GRID_LIMITS"})
    void one_that_only_support_can_enable_is_told_to_people_and_the_sweep_goes_on(String status) {
        try (Programme programme = Programme.of(running, "Webhook " + status, 2)) {
            disable(programme, status);
            programme.edit(0, Map.of("Task", "while it was off"));

            await().untilAsserted(() ->
                    assertThat(programme.finding("WEBHOOK_DOWN"))
                            .get()
                            .satisfies(finding ->
                                    assertThat(finding.toString()).contains(status, "support")));
            await().untilAsserted(
                            () -> assertThat(programme.published(0, "while it was off")).isTrue());
        }
    }

    private void disable(Programme programme, String status) {
        twin.http()
                .post(
                        "/twin/webhooks/" + programme.hookId() + "/disable",
                        Map.of("status", status));
    }
}
