package io.tieout.bench.running;

import java.util.Map;

/// Audit's policy for a measurement: no invoice is too large.
public final class Policy {
    private static final String LARGE = "1000000.00";

    private Policy() {}

    public static Map<String, Object> ofPhase(int phase) {
        return Map.of(
                "version",
                "bench",
                "phase",
                phase,
                "thresholds",
                Map.of("invoice", LARGE),
                "automatic",
                Map.of("invoice", LARGE),
                "notAfter",
                "PT1H");
    }
}
