package io.tieout.ingest.hydration;

import java.time.Duration;

/// How often each sheet is asked for its version, so that asking leaves most of the quota to work.
/// Pure.
final class SweepPace {
    private static final double MINUTE = Duration.ofMinutes(1).toMillis();

    private SweepPace() {}

    /// @param wished with few sheets
    /// @param perMinute versions of all sheets together that may be asked for in a minute
    static Duration interval(Duration wished, int sheets, double perMinute) {
        Duration needed = Duration.ofMillis(Math.round(sheets * MINUTE / perMinute));
        return needed.compareTo(wished) > 0 ? needed : wished;
    }
}
