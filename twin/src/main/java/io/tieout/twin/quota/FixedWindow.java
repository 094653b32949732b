package io.tieout.twin.quota;

import java.time.Duration;
import java.time.Instant;

/// Admits at most so much weight from one tick of the vendor's clock to the next: twice as much may
/// pass around a tick.
public final class FixedWindow {
    private final int limit;
    private final Duration length;
    private long window = Long.MIN_VALUE;
    private int sum;

    public FixedWindow(int limit, Duration length) {
        this.limit = limit;
        this.length = length;
    }

    /// Whether the weight fits now; what does not fit is not counted.
    public synchronized boolean admits(int weight, double factor, Instant now) {
        long current = Math.floorDiv(now.toEpochMilli(), length.toMillis());
        if (current != window) {
            window = current;
            sum = 0;
        }
        if (sum + weight > limit * factor) {
            return false;
        }
        sum += weight;
        return true;
    }
}
