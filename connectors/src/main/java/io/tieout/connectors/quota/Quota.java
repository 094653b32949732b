package io.tieout.connectors.quota;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/// Lets a call through only when the vendor's limits allow it, counting all copies of all services
/// together.
@ApplicationScoped
public class Quota {
    private static final Duration PAUSE_MIN = Duration.ofMillis(10);

    private final Slots slots;
    private final Flows flows;
    private final Headroom headroom;
    private final Pauses pauses;
    private final MeteredCalls metered;
    private final ConnectorsConfig.Quota config;
    private final Clock clock;

    Quota(
            Slots slots,
            Flows flows,
            Headroom headroom,
            Pauses pauses,
            MeteredCalls metered,
            ConnectorsConfig config,
            Clock clock) {
        this.slots = slots;
        this.flows = flows;
        this.headroom = headroom;
        this.pauses = pauses;
        this.metered = metered;
        this.config = config.quota();
        this.clock = clock;
    }

    /// For measuring, outside an application.
    public static Quota of(
            DataSource dataSource, ConnectorsConfig config, MeterRegistry meters, Clock clock) {
        Limits limits = new Limits(config);
        Slots slots = new Slots(dataSource, limits, config, clock);
        return new Quota(
                slots,
                new Flows(config),
                new Headroom(slots, limits, meters, clock),
                new Pauses(dataSource, clock),
                new MeteredCalls(dataSource, clock),
                config,
                clock);
    }

    /// Takes what the call costs, or says when to ask again. A grant is closed after the call.
    public QuotaAnswer tryTake(QuotaRequest request) {
        return tryTake(request, flows.current());
    }

    /// The same for somebody who is not the lane that runs.
    public QuotaAnswer tryTake(QuotaRequest request, Flow flow) {
        QuotaAnswer answer = slots.tryTake(request, flow);
        if (answer instanceof QuotaAnswer.Granted) {
            headroom.observe(request);
            if (request.metered()) {
                metered.add(request.connection());
            }
        }
        return answer;
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
                    LockSupport.parkNanos(Math.max(PAUSE_MIN.toNanos(), rest.toNanos()));
                }
            }
        }
    }

    /// When such a call can be made at the earliest, for whoever has to prepare it; now, if nothing
    /// stands against it. Takes nothing, and others may be faster.
    public Instant readyAt(QuotaRequest request) {
        Instant free = slots.readyAt(request);
        return pausedUntil(request.connection()).filter(pause -> pause.isAfter(free)).orElse(free);
    }

    /// All copies leave the connection alone until then; never shortens a pause.
    public void pause(ConnectionId connection, Instant until) {
        pauses.pause(connection, until);
    }

    /// The end of the pause that is on now.
    public Optional<Instant> pausedUntil(ConnectionId connection) {
        return pauses.until(connection);
    }

    /// What is left of each of the connection's limits, 0 to 1, all copies of all services
    /// together.
    public Map<String, Double> headroom(Vendor vendor, ConnectionId connection) {
        return headroom.now(vendor, connection);
    }

    /// Billed reads of the connection in a month (UTC).
    public long meteredCalls(ConnectionId connection, YearMonth month) {
        return metered.count(connection, month);
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
