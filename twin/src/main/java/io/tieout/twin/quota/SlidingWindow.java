package io.tieout.twin.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Admits at most so much weight in any stretch of time of the given length.
public final class SlidingWindow {
    private record Spent(Instant at, int weight) {}

    private final int limit;
    private final Duration length;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int sum;

    public SlidingWindow(int limit, Duration length) {
        this.limit = limit;
        this.length = length;
    }

    /// Whether the weight fits now; what does not fit is not counted.
    public synchronized boolean admits(int weight, double factor, Instant now) {
        var horizon = now.minus(length);
        for (var oldest = spent.peekFirst();
                oldest != null && !oldest.at().isAfter(horizon);
                oldest = spent.peekFirst()) {
            sum -= oldest.weight();
            spent.removeFirst();
        }
        if (sum + weight > limit * factor) {
            return false;
        }
        spent.addLast(new Spent(now, weight));
        sum += weight;
        return true;
    }
}
