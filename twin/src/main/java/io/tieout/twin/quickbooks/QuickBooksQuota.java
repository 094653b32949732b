package io.tieout.twin.quickbooks;

import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quota.Window;
import io.tieout.twin.settings.LiveSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// The published limits of one company: 500 a minute, 10 a second, 40 batches a minute, 10 at once;
/// and 120 batches a minute of all apps together.
final class QuickBooksQuota {
    private static final int AT_ONCE_MAX = 10;

    private final LiveSettings settings;
    private final Clock clock;
    private final Window minute = new Window(500, Duration.ofMinutes(1));
    private final Window second = new Window(10, Duration.ofSeconds(1));
    private final Window batches = new Window(40, Duration.ofMinutes(1));
    private final Window allBatches = new Window(120, Duration.ofMinutes(1));
    private final AtomicInteger running = new AtomicInteger();

    QuickBooksQuota(LiveSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Admits a call that is then to be left, or refuses it with 429.
    void enter(boolean batch) {
        var now = clock.instant();
        var factor = settings.now().quotaFactor();
        var kind = settings.now().quotaWindows();
        var atOnce = running.incrementAndGet();
        if (!settings.now().enforceQuota()) {
            return;
        }
        if (atOnce > AT_ONCE_MAX * factor
                || !second.admits(kind, 1, factor, now)
                || !minute.admits(kind, 1, factor, now)
                || (batch
                        && (!batches.admits(kind, 1, factor, now)
                                || !allBatches.admits(kind, 1, factor, now)))) {
            running.decrementAndGet();
            throw QuickBooksFault.throttled();
        }
    }

    /// Another app sends a batch to the company; what it is refused is its own trouble.
    void otherApp() {
        var now = settings.now();
        allBatches.admits(now.quotaWindows(), 1, now.quotaFactor(), clock.instant());
    }

    void leave() {
        running.decrementAndGet();
    }
}
