package io.tieout.connectors.quota;

import java.time.Duration;
import java.time.Instant;

/// A vendor's limit: at most so many in any such window.
///
/// @param bucket the metric label
/// @param window zero: so many at once
/// @param arrival a call is taken to have arrived by then, however long its answer takes
record Limit(String bucket, int calls, Duration window, Duration arrival) {
    /// How long "at once" is waited out before it is asked for again.
    private static final Duration RETRY = Duration.ofMillis(50);

    /// The clocks of the copies may differ by this much.
    private static final Duration DRIFT = Duration.ofMillis(50);

    boolean isAtOnce() {
        return window.isZero();
    }

    /// When a call that waits asks again at the latest: slots of calls that are on their way are
    /// free sooner than they are held.
    Duration longestWait() {
        return isAtOnce() ? RETRY : window.plus(DRIFT);
    }

    /// A call heavier than the whole limit costs the whole limit.
    int slotsOf(int weight) {
        return Math.min(weight, calls);
    }

    /// When the slot of a call that was granted then and has not ended is free at the latest.
    Instant heldUntil(Instant grantedAt, Duration expiry) {
        return isAtOnce()
                ? grantedAt.plus(expiry)
                : grantedAt.plus(shorter(arrival, expiry)).plus(window);
    }

    /// When the slot is free of a call that was answered then: the vendor has counted it by now.
    Instant freeAt(Instant grantedAt, Instant answeredAt) {
        if (isAtOnce()) {
            return answeredAt;
        }
        Duration latency = Duration.between(grantedAt, answeredAt);
        return grantedAt.plus(longer(DRIFT, shorter(latency, arrival))).plus(window);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
