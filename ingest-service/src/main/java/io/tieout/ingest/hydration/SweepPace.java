package io.tieout.ingest.hydration;

import io.tieout.model.id.SheetId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When each sheet is asked for its version, so that asking leaves most of the quota to work, at
/// every moment. Pure.
final class SweepPace {
    private static final double MINUTE = Duration.ofMinutes(1).toMillis();

    /// The golden ratio of 32 bits: spreads ids that follow one another evenly.
    private static final int SPREAD = 0x9E37_79B9;

    private SweepPace() {}

    /// The sheet's own moment within the interval that comes next: sheets that were connected
    /// together are not asked together.
    static Instant next(Instant now, SheetId sheet, Duration interval) {
        long every = interval.toMillis();
        double place = Integer.toUnsignedLong(sheet.value().hashCode() * SPREAD) / 0x1p32;
        long since = Math.floorMod(now.toEpochMilli() - (long) (place * every), every);
        return now.truncatedTo(ChronoUnit.MILLIS).plusMillis(every - since);
    }

    /// @param wished with few sheets
    /// @param perMinute versions of all sheets together that may be asked for in a minute
    static Duration interval(Duration wished, int sheets, double perMinute) {
        Duration needed = Duration.ofMillis(Math.round(sheets * MINUTE / perMinute));
        return needed.compareTo(wished) > 0 ? needed : wished;
    }
}
