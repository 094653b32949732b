package io.tieout.bench.quota;

import java.time.Duration;

/// Durations as services' settings write them: `60S` or `PT60S`.
final class Durations {
    private Durations() {}

    static Duration parse(String text) {
        return Duration.parse(text.startsWith("P") ? text : "PT" + text);
    }
}
