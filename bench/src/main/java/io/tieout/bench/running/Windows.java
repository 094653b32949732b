package io.tieout.bench.running;

import io.tieout.model.topic.Services;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The launcher shortens windows and intervals, because a person watches; a measurement runs with
/// those of production.
public final class Windows {
    /// The vendor tells of changes about a minute late, so that a minute's changes come together.
    public static final Duration VENDOR_DEBOUNCE = Duration.ofMinutes(1);

    public static final Map<String, Map<String, String>> OF_PRODUCTION =
            Map.of(
                    Services.INGEST,
                    Map.of(
                            "TIEOUT_CDC_INTERVAL", "PT60S",
                            "TIEOUT_CONNECTION_CHECK_INTERVAL", "PT1M",
                            "TIEOUT_DISCOVERY_INTERVAL", "PT5M",
                            "TIEOUT_PROFIT_AND_LOSS_INTERVAL", "PT24H",
                            "TIEOUT_SWEEP_INTERVAL", "PT60S",
                            "TIEOUT_SWEEP_SHARE", "0.25",
                            "TIEOUT_SWEEP_PATIENCE", "PT90S",
                            "TIEOUT_WEBHOOK_CHECK_INTERVAL", "PT5M"),
                    Services.WRITEBACK,
                    Map.of("TIEOUT_REALM_LINGER", "PT10S", "TIEOUT_SHEET_LINGER", "PT30S"));

    private Windows() {}

    /// These and more settings, by name of the part.
    public static Map<String, Map<String, String>> ofProductionWith(
            Map<String, Map<String, String>> more) {
        Map<String, Map<String, String>> all = new HashMap<>(OF_PRODUCTION);
        more.forEach((part, settings) ->
                all.merge(
                        part,
                        settings,
                        (some, others) -> {
                            Map<String, String> both = new HashMap<>(some);
                            both.putAll(others);
                            return both;
                        }));
        return all;
    }
}
