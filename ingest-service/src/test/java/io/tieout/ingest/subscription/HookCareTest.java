package io.tieout.ingest.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.Secret;
import io.tieout.connectors.smartsheet.Webhook;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookCareTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final HookCare.Patience PATIENCE =
            new HookCare.Patience(Duration.ofSeconds(3), Duration.ofMinutes(5), 3);

    @Test
    void makes_one_where_there_is_none() {
        assertThat(decide(List.of(), Optional.empty())).isEqualTo(new HookCare.Create());
    }

    @Test
    void makes_another_when_ours_is_gone() {
        assertThat(decide(List.of(), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Create());
    }

    @Test
    void takes_up_the_one_of_several_that_fires() {
        Webhook oldest = webhook("8", "DISABLED_BY_OWNER", 0);
        Webhook firing = webhook("9", "ENABLED", 0);
        Webhook newest = webhook("10", "ENABLED", 0);

        assertThat(decide(List.of(newest, firing, oldest), Optional.empty()))
                .isEqualTo(new HookCare.Adopt(firing));
    }

    @Test
    void looks_at_the_sheet_when_it_was_off() {
        Webhook alive = webhook("9", "ENABLED", 0);

        assertThat(decide(List.of(alive), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Alive(alive, false));
        assertThat(
                        decide(
                                List.of(alive),
                                Optional.of(known("DISABLED_SCOPE_INACCESSIBLE", 0, null))))
                .isEqualTo(new HookCare.Alive(alive, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEW_NOT_VERIFIED",
                "DISABLED_BY_OWNER",
                "DISABLED_CALLBACK_FAILED",
                "DISABLED_VERIFICATION_FAILED",
                "DISABLED_FOR_A_REASON_THAT_IS_NEW"
            })
    void enables_again_what_can_be_enabled(String status) {
        Webhook webhook = webhook("9", status, 0);

        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Enable(webhook));
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLED_SCOPE_INACCESSIBLE,NOT_SHARED",
        "DISABLED_ADMINISTRATIVE,BY_SUPPORT",
        "DISABLED_EXCEEDED_GRID_LIMITS,TOO_LARGE"
    })
    void tells_people_at_once_of_what_only_they_can_mend(String status, HookTrouble trouble) {
        Webhook webhook = webhook("9", status, 0);

        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Wait(webhook, trouble, NOW.plus(PATIENCE.checkInterval())));
    }

    @Test
    void makes_another_after_the_app_was_revoked() {
        Webhook webhook = webhook("9", "DISABLED_APP_REVOKED", 0);

        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Replace(webhook, HookTrouble.APP_REVOKED));
    }

    @Test
    void waits_longer_after_each_failure_and_tells_people_after_the_third() {
        Webhook webhook = webhook("9", "DISABLED_VERIFICATION_FAILED", 0);

        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 1, NOW))))
                .isEqualTo(new HookCare.Wait(webhook, null, NOW.plusSeconds(3)));
        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 3, NOW))))
                .isEqualTo(
                        new HookCare.Wait(webhook, HookTrouble.NOT_VERIFIED, NOW.plusSeconds(12)));
        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 40, NOW))))
                .isEqualTo(
                        new HookCare.Wait(webhook, HookTrouble.NOT_VERIFIED, NOW.plusSeconds(300)));
        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 3, NOW.minusSeconds(12)))))
                .isEqualTo(new HookCare.Enable(webhook));
    }

    @Test
    void warns_while_smartsheet_still_tries_to_reach_us() {
        Webhook webhook = webhook("9", "ENABLED", 4);

        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 0, null))))
                .isInstanceOfSatisfying(
                        HookCare.Wait.class,
                        wait -> assertThat(wait.trouble()).isEqualTo(HookTrouble.NOT_REACHED));
    }

    @Test
    void warns_no_more_once_a_callback_arrived_however_often_it_had_been_tried() {
        Webhook webhook = webhook("9", "ENABLED", new Webhook.Stats(NOW, 4, NOW), null);

        assertThat(decide(List.of(webhook), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Alive(webhook, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENABLED", "DISABLED_CALLBACK_FAILED"})
    void takes_up_a_secret_that_was_reset(String status) {
        Webhook reset = webhook("9", status, Webhook.Stats.NONE, new Secret("another"));

        assertThat(decide(List.of(reset), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Adopt(reset));
    }

    @Test
    void leaves_a_webhook_alone_whose_secret_is_the_known_one() {
        Webhook same = webhook("9", "ENABLED", Webhook.Stats.NONE, new Secret("s"));

        assertThat(decide(List.of(same), Optional.of(known("ENABLED", 0, null))))
                .isEqualTo(new HookCare.Alive(same, false));
    }

    private static HookCare decide(List<Webhook> present, Optional<Hook> known) {
        return HookCare.decide(present, known, PATIENCE, NOW);
    }

    private static Hook known(String status, int failures, @Nullable Instant triedAt) {
        return new Hook(
                new WebhookId("9"), new SheetId("41"), new Secret("s"), status, failures, triedAt);
    }

    private static Webhook webhook(String id, String status, int retries) {
        return webhook(id, status, new Webhook.Stats(NOW, retries, null), null);
    }

    private static Webhook webhook(
            String id, String status, Webhook.Stats stats, @Nullable Secret secret) {
        return new Webhook(
                new WebhookId(id),
                "Tieout: Billing",
                "https://tieout.example/webhooks/smartsheet",
                "sheet",
                "41",
                status.equals("ENABLED"),
                status,
                null,
                stats,
                secret);
    }
}
