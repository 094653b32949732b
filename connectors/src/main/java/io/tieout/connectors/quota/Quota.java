package io.tieout.connectors.quota;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Lets a call through only when the vendor's limits allow it, counting all copies of all services
/// together.
@ApplicationScoped
public class Quota {
    private final Buckets buckets;
    private final Places places;
    private final Pauses pauses;
    private final MeteredCalls metered;
    private final ConnectorsConfig.Quota config;
    private final Clock clock;

    Quota(
            Buckets buckets,
            Places places,
            Pauses pauses,
            MeteredCalls metered,
            ConnectorsConfig config,
            Clock clock) {
        this.buckets = buckets;
        this.places = places;
        this.pauses = pauses;
        this.metered = metered;
        this.config = config.quota();
        this.clock = clock;
    }

    /// Takes what the call costs, or says when to ask again. A grant is closed after the call.
    public QuotaAnswer tryTake(QuotaRequest request) {
        Optional<Instant> paused = pauses.until(request.connection());
        if (paused.isPresent()) {
            return new QuotaAnswer.Wait(paused.get(), "paused");
        }
        return switch (places.tryTake(request)) {
            case QuotaAnswer.Wait wait -> wait;
            case QuotaAnswer.Granted place -> spend(request, place);
        };
    }

    /// Takes what the call costs, sitting out short waits; throws `Throttled` for longer ones.
    public QuotaAnswer.Granted take(QuotaRequest request, String operation) {
        long begun = System.nanoTime();
        while (true) {
            switch (tryTake(request)) {
                case QuotaAnswer.Granted granted -> {
                    return granted;
                }
                case QuotaAnswer.Wait wait -> {
                    Duration rest = Duration.between(clock.instant(), wait.until());
                    Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                    if (waited.plus(rest).compareTo(config.patience()) > 0
                            || Thread.currentThread().isInterrupted()) {
                        throw throttled(request, operation, wait);
                    }
                    LockSupport.parkNanos(Math.max(1_000_000, rest.toNanos()));
                }
            }
        }
    }

    /// When a lane may try again: now, or the end of the vendor's pause or of an empty bucket.
    /// Takes nothing.
    public Instant readyAt(QuotaRequest request) {
        Optional<Instant> paused = pauses.until(request.connection());
        return paused.orElseGet(() -> buckets.readyAt(request));
    }

    /// All copies leave the connection alone until then; never shortens a pause.
    public void pause(ConnectionId connection, Instant until) {
        pauses.pause(connection, until);
    }

    /// The end of the pause that is on now.
    public Optional<Instant> pausedUntil(ConnectionId connection) {
        return pauses.until(connection);
    }

    /// Billed reads of the connection in a month (UTC).
    public long meteredCalls(ConnectionId connection, YearMonth month) {
        return metered.count(connection, month);
    }

    private QuotaAnswer spend(QuotaRequest request, QuotaAnswer.Granted place) {
        boolean granted = false;
        try {
            Optional<QuotaAnswer.Wait> wait = buckets.spend(request);
            if (wait.isPresent()) {
                return wait.get();
            }
            if (request.metered()) {
                metered.add(request.connection());
            }
            granted = true;
            return place;
        } finally {
            if (!granted) {
                place.close();
            }
        }
    }

    private static VendorException throttled(
            QuotaRequest request, String operation, QuotaAnswer.Wait wait) {
        VendorTrace trace =
                new VendorTrace(
                        request.vendor(),
                        operation,
                        0,
                        "quota",
                        null,
                        "No quota in bucket " + wait.bucket() + " until " + wait.until(),
                        null);
        return new VendorException(new VendorFault.Throttled(wait.until(), false, trace));
    }
}
