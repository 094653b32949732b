package io.tieout.connectors.quota;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Gauges of what is left in each bucket, as this copy saw it last and refilled since.
@ApplicationScoped
class Headroom {
    private final MeterRegistry meters;
    private final Clock clock;
    private final ConcurrentHashMap<Key, Level> levels = new ConcurrentHashMap<>();

    Headroom(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void observe(QuotaRequest request, List<Limit> limits, long[] available) {
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            Key key = new Key(request.vendor().label(), limit.bucket());
            if (levels.put(key, new Level(limit, available[i], clock.instant())) == null) {
                Gauge.builder("vendor.quota.remaining.ratio", () -> ratio(key))
                        .tag("vendor", key.vendor())
                        .tag("bucket", key.bucket())
                        .description("What is left of a vendor's limit, 0 to 1")
                        .register(meters);
            }
        }
    }

    double ratio(Key key) {
        Level level = levels.get(key);
        if (level == null) {
            return 1.0;
        }
        Duration since = Duration.between(level.at(), clock.instant());
        double gained =
                (double) level.limit().refill()
                        * since.toMillis()
                        / level.limit().window().toMillis();
        double ratio = (level.available() + gained) / level.limit().capacity();
        return Math.clamp(ratio, 0.0, 1.0);
    }

    record Key(String vendor, String bucket) {}

    private record Level(Limit limit, long available, Instant at) {}
}
