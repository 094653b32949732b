package io.tieout.ingest.subscription;

import io.tieout.connectors.smartsheet.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to do about the webhook of one sheet, given what Smartsheet shows and what we know of it.
/// What each status means: developers.smartsheet.com, guides/webhooks/webhook-status.
sealed interface HookCare {
    /// It is alive.
    ///
    /// @param wasOff events may have been lost meanwhile: look at the sheet
    record Alive(Webhook webhook, boolean wasOff) implements HookCare {}

    /// There is none: make one.
    record Create() implements HookCare {}

    /// It is there, but its secret is not known here, or no more: take it up.
    record Adopt(Webhook webhook) implements HookCare {}

    /// Enable it, which Smartsheet answers with a challenge.
    record Enable(Webhook webhook) implements HookCare {}

    /// It cannot be used any more: delete it and make another.
    record Replace(Webhook webhook, HookTrouble trouble) implements HookCare {}

    /// Nothing to be done now. Trouble is absent while an attempt waits for its turn.
    record Wait(Webhook webhook, @Nullable HookTrouble trouble, Instant until)
            implements HookCare {}

    /// How often attempts are repeated and when people are told.
    record Patience(Duration firstDelay, Duration checkInterval, int alarmAfter) {
        /// Doubles with each failure, up to the interval of the checks.
        Duration delay(int failures) {
            long doubled = firstDelay.toMillis() << Math.min(Math.max(0, failures - 1), 20);
            return Duration.ofMillis(Math.min(doubled, checkInterval.toMillis()));
        }
    }

    /// @param present the webhooks of this sheet that call us, as Smartsheet lists them
    static HookCare decide(
            List<Webhook> present, Optional<Hook> known, Patience patience, Instant now) {
        Optional<Webhook> ours =
                known.flatMap(hook ->
                        present.stream()
                                .filter(webhook -> webhook.id().equals(hook.id()))
                                .findFirst());
        if (ours.isEmpty()) {
            return firing(present).<HookCare>map(Adopt::new).orElseGet(Create::new);
        }
        return decide(ours.get(), known.orElseThrow(), patience, now);
    }

    /// Of several that call the same address for the same sheet only the oldest enabled one fires.
    private static Optional<Webhook> firing(List<Webhook> present) {
        Comparator<Webhook> oldest =
                Comparator.comparingInt((Webhook webhook) -> webhook.id().value().length())
                        .thenComparing(webhook -> webhook.id().value());
        return present.stream()
                .filter(Webhook::enabled)
                .min(oldest)
                .or(() -> present.stream().min(oldest));
    }

    private static HookCare decide(Webhook webhook, Hook known, Patience patience, Instant now) {
        return switch (webhook.status()) {
            case "ENABLED" -> enabled(webhook, known, patience, now);
            case "NEW_NOT_VERIFIED" ->
                    enable(webhook, known, HookTrouble.NOT_VERIFIED, patience, now);
            case "DISABLED_BY_OWNER" ->
                    enable(webhook, known, HookTrouble.TURNED_OFF, patience, now);
            case "DISABLED_CALLBACK_FAILED" ->
                    enable(webhook, known, HookTrouble.CALLBACK_FAILED, patience, now);
            case "DISABLED_VERIFICATION_FAILED" ->
                    enable(webhook, known, HookTrouble.NOT_VERIFIED, patience, now);
            case "DISABLED_SCOPE_INACCESSIBLE" ->
                    waiting(webhook, HookTrouble.NOT_SHARED, patience, now);
            case "DISABLED_APP_REVOKED" -> new Replace(webhook, HookTrouble.APP_REVOKED);
            case "DISABLED_ADMINISTRATIVE" ->
                    waiting(webhook, HookTrouble.BY_SUPPORT, patience, now);
            case "DISABLED_EXCEEDED_GRID_LIMITS" ->
                    waiting(webhook, HookTrouble.TOO_LARGE, patience, now);
            // The vendor adds words; whatever this one means, enabling does no harm.
            default -> enable(webhook, known, HookTrouble.UNKNOWN, patience, now);
        };
    }

    private static HookCare enabled(Webhook webhook, Hook known, Patience patience, Instant now) {
        if (isSecretChanged(webhook, known)) {
            return new Adopt(webhook);
        }
        return webhook.stats().vainRetries() >= patience.alarmAfter()
                ? waiting(webhook, HookTrouble.NOT_REACHED, patience, now)
                : new Alive(webhook, !known.status().equals("ENABLED"));
    }

    /// Somebody had Smartsheet make another secret: what is signed with it, nobody here believes.
    /// Lists may leave secrets out.
    private static boolean isSecretChanged(Webhook webhook, Hook known) {
        return webhook.sharedSecret() != null && !webhook.sharedSecret().equals(known.secret());
    }

    private static HookCare enable(
            Webhook webhook, Hook known, HookTrouble trouble, Patience patience, Instant now) {
        Instant triedAt = known.triedAt();
        Instant next = triedAt == null ? now : triedAt.plus(patience.delay(known.failures()));
        if (next.isAfter(now)) {
            return new Wait(
                    webhook, known.failures() >= patience.alarmAfter() ? trouble : null, next);
        }
        return isSecretChanged(webhook, known) ? new Adopt(webhook) : new Enable(webhook);
    }

    private static HookCare waiting(
            Webhook webhook, HookTrouble trouble, Patience patience, Instant now) {
        return new Wait(webhook, trouble, now.plus(patience.checkInterval()));
    }

    /// For counting.
    default String word() {
        return switch (this) {
            case Alive _ -> "alive";
            case Create _ -> "create";
            case Adopt _ -> "adopt";
            case Enable _ -> "enable";
            case Replace _ -> "replace";
            case Wait _ -> "wait";
        };
    }
}
