package io.tieout.twin.smartsheet.hook;

import io.tieout.twin.json.Json;
import io.tieout.twin.settings.LiveSettings;
import io.tieout.twin.smartsheet.sheet.SheetEvent;
import io.tieout.twin.time.VendorTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Empties one hook's queue, one callback after the other, until nothing is left or the hook is
/// disabled.
final class Delivery {
    private static final int RETRIES_MAX = 14;
    private static final int EXPONENTIAL_RETRIES = 7;
    private static final long SLOW_RETRY_MS = Duration.ofHours(3).toMillis();
    private static final int VERIFY_EVERY = 100;

    private final Webhook hook;
    private final Callback callback;
    private final LiveSettings settings;
    private final Clock clock;

    Delivery(Webhook hook, Callback callback, LiveSettings settings, Clock clock) {
        this.hook = hook;
        this.callback = callback;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        try {
            while (true) {
                Thread.sleep(settings.now().debounceMs());
                List<SheetEvent> events;
                synchronized (hook) {
                    if (hook.pending.isEmpty() || !hook.enabled()) {
                        hook.running = false;
                        return;
                    }
                    events = hook.next(settings.now().callbackEventsMax());
                }
                deliver(events);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(List<SheetEvent> events) throws InterruptedException {
        var body = body(events);
        for (int retries = 0; hook.enabled(); retries++) {
            var result = callback.deliver(hook, body, timeout());
            synchronized (hook) {
                var now = clock.instant();
                hook.lastAttempt = now;
                hook.lastRetries = retries;
                hook.lastSuccess = result == Callback.Result.DELIVERED ? now : hook.lastSuccess;
                hook.retried += retries > 0 ? 1 : 0;
            }
            switch (result) {
                case DELIVERED -> {
                    done(events.size());
                    return;
                }
                case GIVE_UP -> fail("The callback was answered with a status that ends it.");
                case AGAIN -> {
                    if (retries == RETRIES_MAX) {
                        fail("The callback failed after all retries.");
                    } else {
                        Thread.sleep(pause(retries));
                    }
                }
            }
        }
    }

    private void done(int count) throws InterruptedException {
        boolean verify;
        synchronized (hook) {
            hook.delivered++;
            hook.pending.subList(0, Math.min(count, hook.pending.size())).clear();
            verify = hook.delivered % VERIFY_EVERY == 0;
        }
        if (verify && !callback.challenge(hook, timeout())) {
            hook.status(
                    Webhook.VERIFICATION_FAILED, "Webhook verification failed.", clock.instant());
        }
    }

    private void fail(String why) {
        hook.status(Webhook.CALLBACK_FAILED, why, clock.instant());
    }

    /// Seven doubling pauses from a second, then three hours each, all scaled for impatient tests.
    private long pause(int retries) {
        var full = retries < EXPONENTIAL_RETRIES ? 1000L << retries : SLOW_RETRY_MS;
        return Math.max(10, (long) (full * settings.now().retryScale()));
    }

    private Duration timeout() {
        return Duration.ofMillis(settings.now().callbackTimeoutMs());
    }

    private byte[] body(List<SheetEvent> events) {
        var body = Json.object();
        body.put("nonce", UUID.randomUUID().toString());
        body.put("timestamp", VendorTime.callback(clock.instant()));
        body.put("webhookId", hook.id);
        body.put("scope", "sheet");
        body.put("scopeObjectId", hook.sheetId);
        var array = body.putArray("events");
        events.forEach(event -> array.add(event.render()));
        return Json.bytes(body);
    }
}
