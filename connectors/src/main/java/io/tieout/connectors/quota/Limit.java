package io.tieout.connectors.quota;

import java.time.Duration;
import java.time.Instant;

/// A vendor's limit: at most so many in any such window.
///
/// @param bucket the metric label
/// @param window zero: so many at once
/// @param arrival a call whose answer takes as long as usual is taken to have arrived by then
record Limit(String bucket, int calls, Duration window, Duration arrival) {
    /// How long "at once" is waited out before it is asked for again.
    private static final Duration RETRY = Duration.ofMillis(50);

    /// No call is taken to be on its way for longer than this, a window or `arrival`.
    private static final Duration LATE = Duration.ofSeconds(10);

    boolean isAtOnce() {
        return window.isZero();
    }

    /// What is left to wait at the most until a slot is free again, unless a call hangs.
    Duration longestWait() {
        return isAtOnce() ? RETRY : window.plus(latest());
    }

    /// A call heavier than the whole limit costs the whole limit.
    int slotsOf(int weight) {
        return Math.min(weight, calls);
    }

    /// When the slot of a call that was granted then and has not ended is free at the latest.
    Instant heldUntil(Instant grantedAt, Duration expiry) {
        return isAtOnce()
                ? grantedAt.plus(expiry)
                : grantedAt.plus(shorter(latest(), expiry)).plus(window);
    }

    /// When the slot is free of a call that was answered then: the vendor has counted it by now.
    /// How much longer than usual the answer took may all have been spent on the way there.
    Instant freeAt(Instant grantedAt, Instant answeredAt, Duration usual) {
        if (isAtOnce()) {
            return answeredAt;
        }
        Duration latency = notNegative(Duration.between(grantedAt, answeredAt));
        Duration late = notNegative(latency.minus(usual));
        return grantedAt.plus(shorter(latency, shorter(arrival.plus(late), latest()))).plus(window);
    }

    private Duration latest() {
        Duration late = shorter(window, LATE);
        return arrival.compareTo(late) > 0 ? arrival : late;
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
