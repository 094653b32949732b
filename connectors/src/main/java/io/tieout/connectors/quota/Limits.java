package io.tieout.connectors.quota;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The limits that a call counts against, as the vendors stack them. Smartsheet: 300 requests a
/// minute per token. QuickBooks: 500 requests a minute, 10 a second and 10 at once per realm, and
/// 40 batches a minute.
@ApplicationScoped
class Limits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Limit> smartsheet;
    private final List<Limit> quickBooks;
    private final List<Limit> batches;

    Limits(ConnectorsConfig config) {
        ConnectorsConfig.Quickbooks books = config.quickbooks();
        Duration arrival = config.quota().arrival();
        this.smartsheet =
                List.of(
                        new Limit(
                                "per-minute",
                                config.smartsheet().callsPerMinute(),
                                MINUTE,
                                arrival));
        this.quickBooks =
                List.of(
                        new Limit("at-once", books.callsAtOnce(), Duration.ZERO, Duration.ZERO),
                        new Limit("per-second", books.callsPerSecond(), SECOND, arrival),
                        new Limit("per-minute", books.callsPerMinute(), MINUTE, arrival));
        List<Limit> withBatch = new ArrayList<>(quickBooks);
        withBatch.add(new Limit("batches", books.batchesPerMinute(), MINUTE, arrival));
        this.batches = List.copyOf(withBatch);
    }

    /// Every limit of the vendor.
    List<Limit> of(Vendor vendor) {
        return switch (vendor) {
            case SMARTSHEET -> smartsheet;
            case QUICKBOOKS -> batches;
        };
    }

    List<Limit> of(QuotaRequest request) {
        if (request.vendor() == Vendor.SMARTSHEET) {
            return smartsheet;
        }
        return request.batch() ? batches : quickBooks;
    }
}
