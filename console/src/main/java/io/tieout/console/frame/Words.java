package io.tieout.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Figures and names as people read them.
public final class Words {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Words() {}

    /// `14:02:11 UTC`.
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /// `22 Nov 2026, 14:02:11 UTC`.
    public static String exact(Instant at) {
        return EXACT.format(at);
    }

    /// `3 h`: how long ago, in the one unit that matters.
    public static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toSeconds() < 1) {
            return "now";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " d";
    }

    /// `awaiting approval`.
    public static String lower(Enum<?> value) {
        return value.name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace("quickbooks", "QuickBooks")
                .replace("smartsheet", "Smartsheet");
    }

    /// `Awaiting approval`.
    public static String upper(Enum<?> value) {
        String lower = lower(value);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    /// The text with a full stop at its end.
    public static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.isEmpty() ? stripped : stripped + ".";
    }

    /// `1 row`, `3 rows`.
    public static String count(long number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }
}
