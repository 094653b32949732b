package io.tieout.connectors.quota;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Token buckets in PostgreSQL. Smartsheet: 300 requests a minute per token. QuickBooks: 500
/// requests a minute and 10 a second per realm, 40 batches a minute.
@ApplicationScoped
class Buckets {
    private final ProxyManager<String> proxies;
    private final Headroom headroom;
    private final Clock clock;
    private final List<Limit> smartsheet;
    private final List<Limit> quickBooks;
    private final List<Limit> batches;

    Buckets(DataSource dataSource, ConnectorsConfig config, Headroom headroom, Clock clock) {
        this.proxies =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("connections.buckets")
                        .idColumn("id")
                        .stateColumn("state")
                        .clientClock(meter(clock))
                        .build();
        this.headroom = headroom;
        this.clock = clock;
        BigDecimal burst = config.quota().burst();
        Duration minute = Duration.ofMinutes(1);
        this.smartsheet =
                List.of(
                        new Limit(
                                "per-minute", config.smartsheet().callsPerMinute(), minute, burst));
        ConnectorsConfig.Quickbooks limits = config.quickbooks();
        this.quickBooks =
                List.of(
                        new Limit("per-minute", limits.callsPerMinute(), minute, burst),
                        new Limit(
                                "per-second",
                                limits.callsPerSecond(),
                                Duration.ofSeconds(1),
                                burst));
        this.batches = List.of(new Limit("batches", limits.batchesPerMinute(), minute, burst));
    }

    /// Takes from every bucket that the call counts against, or from none.
    Optional<QuotaAnswer.Wait> spend(QuotaRequest request) {
        if (request.batch()) {
            Optional<QuotaAnswer.Wait> wait = spend(request, "batches", batches, 1);
            if (wait.isPresent()) {
                return wait;
            }
        }
        Optional<QuotaAnswer.Wait> wait =
                spend(request, "calls", callLimits(request), request.weight());
        if (wait.isPresent() && request.batch()) {
            bucket(request, "batches", batches).addTokens(1);
        }
        return wait;
    }

    Instant readyAt(QuotaRequest request) {
        Instant ready = readyAt(request, "calls", callLimits(request), request.weight());
        if (!request.batch()) {
            return ready;
        }
        Instant batchReady = readyAt(request, "batches", batches, 1);
        return batchReady.isAfter(ready) ? batchReady : ready;
    }

    private Instant readyAt(QuotaRequest request, String name, List<Limit> limits, int weight) {
        long nanos =
                bucket(request, name, limits)
                        .estimateAbilityToConsume(affordable(weight, limits))
                        .getNanosToWaitForRefill();
        return clock.instant().plusNanos(nanos);
    }

    private Optional<QuotaAnswer.Wait> spend(
            QuotaRequest request, String name, List<Limit> limits, int weight) {
        VerboseResult<ConsumptionProbe> result =
                bucket(request, name, limits)
                        .asVerbose()
                        .tryConsumeAndReturnRemaining(affordable(weight, limits));
        headroom.observe(
                request, limits, result.getDiagnostics().getAvailableTokensPerEachBandwidth());
        ConsumptionProbe probe = result.getValue();
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        Instant until = clock.instant().plusNanos(probe.getNanosToWaitForRefill());
        return Optional.of(new QuotaAnswer.Wait(until, name));
    }

    /// A call heavier than a whole bucket costs the whole bucket.
    private static long affordable(int weight, List<Limit> limits) {
        return limits.stream().mapToLong(Limit::capacity).reduce(weight, Math::min);
    }

    private List<Limit> callLimits(QuotaRequest request) {
        return request.vendor() == Vendor.SMARTSHEET ? smartsheet : quickBooks;
    }

    private BucketProxy bucket(QuotaRequest request, String name, List<Limit> limits) {
        String signature = limits.stream().map(Limit::signature).collect(Collectors.joining(","));
        String id = request.connection() + "|" + name + "|" + signature;
        return proxies.builder().build(id, () -> configuration(limits));
    }

    private static BucketConfiguration configuration(List<Limit> limits) {
        ConfigurationBuilder builder = BucketConfiguration.builder();
        limits.forEach(limit -> builder.addLimit(limit.bandwidth()));
        return builder.build();
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return Math.addExact(
                        Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
