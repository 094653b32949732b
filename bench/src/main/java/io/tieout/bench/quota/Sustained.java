package io.tieout.bench.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What part of a quota was used while there was work for all of it. Pure.
///
/// @param calls that counted against the quota
/// @param counted those of them that the part is reckoned from
/// @param part of the quota; 0 when there was less work than two windows' worth
record Sustained(int calls, int counted, double part) {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /// The last calls wait for each other rather than for the quota.
    private static final double BUSY = 0.95;

    /// The first window's worth may go out at once and says nothing.
    ///
    /// @param moments of the calls, in any order
    /// @param perMinute what the vendor allows
    static Sustained of(List<Instant> moments, int perMinute) {
        List<Instant> sorted = moments.stream().sorted().toList();
        int last = (int) (sorted.size() * BUSY) - 1;
        int counted = last - perMinute + 1;
        if (counted < perMinute) {
            return new Sustained(sorted.size(), 0, 0);
        }
        Duration took = Duration.between(sorted.get(perMinute - 1), sorted.get(last));
        double allowed = perMinute * (double) took.toNanos() / WINDOW.toNanos();
        return new Sustained(sorted.size(), counted, counted / allowed);
    }
}
