package io.tieout.connectors.quota;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What is left of each limit of a connection, all copies of all services together; its gauges are
/// looked at once a second at the most while calls are made.
@ApplicationScoped
class Headroom {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Slots slots;
    private final Limits limits;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ConcurrentHashMap<Key, Level> levels = new ConcurrentHashMap<>();

    Headroom(Slots slots, Limits limits, MeterRegistry meters, Clock clock) {
        this.slots = slots;
        this.limits = limits;
        this.meters = meters;
        this.clock = clock;
    }

    void observe(QuotaRequest request) {
        Instant now = clock.instant();
        for (Limit limit : limits.of(request)) {
            Key key =
                    new Key(request.vendor().label(), request.connection().value(), limit.bucket());
            Level known = levels.get(key);
            if (known == null || known.at().plus(EVERY).isBefore(now)) {
                double free = slots.free(request.connection(), limit);
                if (levels.put(key, new Level(free, limit, now)) == null) {
                    register(key);
                }
            }
        }
    }

    /// As the database has it now, 0 to 1 by limit.
    Map<String, Double> now(Vendor vendor, ConnectionId connection) {
        Map<String, Double> free = new TreeMap<>();
        limits.of(vendor).forEach(limit -> free.put(limit.bucket(), slots.free(connection, limit)));
        return free;
    }

    private void register(Key key) {
        Gauge.builder("vendor.quota.remaining.ratio", () -> ratio(key))
                .tag("vendor", key.vendor())
                .tag("connection", key.connection())
                .tag("bucket", key.bucket())
                .description("What is left of a vendor's limit, 0 to 1")
                .register(meters);
    }

    /// When nothing has been called for a whole window, all of it is left.
    private double ratio(Key key) {
        Level level = levels.get(key);
        return level == null || level.at().plus(level.limit().window()).isBefore(clock.instant())
                ? 1.0
                : level.free();
    }

    private record Key(String vendor, String connection, String bucket) {}

    private record Level(double free, Limit limit, Instant at) {}
}
