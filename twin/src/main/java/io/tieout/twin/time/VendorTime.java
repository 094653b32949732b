package io.tieout.twin.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Writes an instant as each vendor writes it.
public final class VendorTime {
    /// QuickBooks stamps metadata, and dates what came without a date, by the clock of its own
    /// servers.
    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final DateTimeFormatter CALLBACK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private VendorTime() {}

    /// `2026-11-22T06:51:22-08:00`, to the second.
    public static String quickBooks(Instant instant) {
        return SECONDS.format(instant.atZone(PACIFIC));
    }

    /// `2026-11-22T06:51:22.123-08:00`, as in the top-level `time` of an answer.
    public static String quickBooksMillis(Instant instant) {
        return MILLIS.format(instant.atZone(PACIFIC));
    }

    /// `2026-11-22T14:51:22Z`, to the second.
    public static String smartsheet(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// `2026-11-22T14:51:22.000+00:00`, as in callbacks.
    public static String callback(Instant instant) {
        return CALLBACK.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
