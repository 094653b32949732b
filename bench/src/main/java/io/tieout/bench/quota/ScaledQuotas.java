package io.tieout.bench.quota;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The vendors' limits, scaled like the twin's, as settings of a service that keeps to them.
record ScaledQuotas(double factor) {
    private static final String PREFIX = "tieout.connectors.";

    int smartsheetPerMinute() {
        return scaled(300);
    }

    int quickBooksPerMinute() {
        return scaled(500);
    }

    int batchesPerMinute() {
        return scaled(40);
    }

    /// By the name of the setting.
    Map<String, String> settings() {
        Map<String, String> all = new TreeMap<>();
        all.put(PREFIX + "smartsheet.calls-per-minute", String.valueOf(smartsheetPerMinute()));
        all.put(PREFIX + "quickbooks.calls-per-minute", String.valueOf(quickBooksPerMinute()));
        all.put(PREFIX + "quickbooks.calls-per-second", String.valueOf(scaled(10)));
        all.put(PREFIX + "quickbooks.batches-per-minute", String.valueOf(batchesPerMinute()));
        all.put(PREFIX + "quickbooks.calls-at-once", String.valueOf(scaled(10)));
        return all;
    }

    /// The same for a process.
    Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>();
        settings()
                .forEach((name, value) ->
                        all.put(
                                name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'),
                                value));
        return all;
    }

    private int scaled(int limit) {
        return (int) (limit * factor);
    }
}
