package io.tieout.bench.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// What part of a quota was used while there was work for all of it. Pure.
///
/// @param calls that counted against the quota
/// @param counted those of them that the part is reckoned from
/// @param part of the quota; 0 when there was less work than two windows' worth
record Sustained(int calls, int counted, double part) {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /// The last calls wait for each other rather than for the quota.
    private static final double BUSY = 0.95;

    /// Looks at how long a window's worth of calls took, from each call to the one that is as many
    /// later as the quota allows in a window: with all of the quota used, one window. That is so
    /// whether calls go out evenly or in bursts, and wherever in a burst the record begins and
    /// ends. The first window's worth may go out at once and says nothing.
    ///
    /// @param moments of the calls, in any order
    /// @param perMinute what the vendor allows
    static Sustained of(List<Instant> moments, int perMinute) {
        List<Instant> sorted = moments.stream().sorted().toList();
        int last = (int) (sorted.size() * BUSY) - 1;
        int first = perMinute - 1;
        int cycles = last - perMinute - first + 1;
        if (cycles < 1) {
            return new Sustained(sorted.size(), 0, 0);
        }
        double took =
                IntStream.range(first, first + cycles)
                        .mapToLong(i ->
                                Duration.between(sorted.get(i), sorted.get(i + perMinute))
                                        .toNanos())
                        .average()
                        .orElseThrow();
        return new Sustained(sorted.size(), last - first, WINDOW.toNanos() / took);
    }
}
