package io.tieout.bench.economy;

import io.tieout.model.topic.Services;
import java.time.Duration;
import java.util.Map;

/// The launcher shortens windows and intervals, because a person watches; a measurement runs with
/// those of production.
final class Windows {
    /// The vendor tells of changes about a minute late, so that a minute's changes come together.
    static final Duration VENDOR_DEBOUNCE = Duration.ofMinutes(1);

    static final Map<String, Map<String, String>> OF_PRODUCTION =
            Map.of(
                    Services.INGEST,
                    Map.of(
                            "TIEOUT_CDC_INTERVAL", "PT60S",
                            "TIEOUT_PROFIT_AND_LOSS_INTERVAL", "PT24H",
                            "TIEOUT_SWEEP_INTERVAL", "PT60S",
                            "TIEOUT_SWEEP_PATIENCE", "PT90S"),
                    Services.WRITEBACK,
                    Map.of("TIEOUT_REALM_LINGER", "PT10S", "TIEOUT_SHEET_LINGER", "PT30S"));

    private Windows() {}
}
