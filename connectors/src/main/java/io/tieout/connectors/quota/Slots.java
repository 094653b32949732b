package io.tieout.connectors.quota;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Keeps every limit in PostgreSQL, for all copies of all services together, at nearly its full
/// rate and in whatever windows the vendor counts.
///
/// A limit of *N calls in a window* is *N slots*. A call takes one and gives it back one window
/// after the vendor must have counted it: at the latest when its answer came. So at most N calls
/// can have arrived in any window, wherever it begins, which holds for sliding windows and all the
/// more for those that begin with the vendor's clock. Nothing is kept in reserve, as a token bucket
/// must do that allows bursts: N calls go out in each window plus the time until an answer, which
/// for a minute's window and answers within half a second is more than 99 % of the limit. In a
/// second's window it weighs more: ten a second are five hundred a minute as long as answers come
/// within a fifth of a second. Giving slots back earlier was tried, and calls that were late then
/// came together with the next ones.
///
/// A copy that dies gives its slots back when they expire.
///
/// The function `connections.take` takes from all of a call's limits or from none, in one round
/// trip. Slots that another copy is just taking are passed over, so nobody waits for a lock.
@ApplicationScoped
class Slots {
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final Limits limits;
    private final Duration expiry;
    private final Clock clock;
    private final ConcurrentHashMap<String, Boolean> prepared = new ConcurrentHashMap<>();

    Slots(DataSource dataSource, Limits limits, ConnectorsConfig config, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.limits = limits;
        this.expiry = config.quota().callExpiry();
        this.clock = clock;
    }

    /// Takes from every limit that the call counts against, or from none.
    QuotaAnswer tryTake(QuotaRequest request, Flow flow) {
        List<Limit> of = limits.of(request);
        of.forEach(limit -> prepare(request.connection(), limit));
        UUID holder = UUID.randomUUID();
        Instant now = clock.instant();
        Optional<QuotaAnswer.Wait> wait = refusal(request, flow, of, holder, now);
        if (wait.isPresent()) {
            return wait.get();
        }
        return (QuotaAnswer.Granted) () -> answered(request, of, holder, now);
    }

    private Optional<QuotaAnswer.Wait> refusal(
            QuotaRequest request, Flow flow, List<Limit> of, UUID holder, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select missing, ready_at from connections.take(
                                  :connection, :flow, :urgent, :holder, :now, cast(:grace as interval),
                                  cast(:buckets as text[]), cast(:sizes as int[]),
                                  cast(:weights as int[]), cast(:windows as interval[]),
                                  cast(:held as timestamptz[]))
                                """)
                        .bind("connection", request.connection().value())
                        .bind("flow", flow.name())
                        .bind("urgent", flow.urgent())
                        .bind("holder", holder)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("grace", interval(GRACE))
                        .bindArray("buckets", String.class, each(of, Limit::bucket))
                        .bindArray("sizes", Integer.class, each(of, Limit::calls))
                        .bindArray(
                                "weights",
                                Integer.class,
                                each(of, limit -> limit.slotsOf(weight(request, limit))))
                        .bindArray(
                                "windows",
                                String.class,
                                each(of, limit -> interval(limit.longestWait())))
                        .bindArray(
                                "held",
                                String.class,
                                each(of, limit -> limit.heldUntil(now, expiry).toString()))
                        .map((rs, _) ->
                                new QuotaAnswer.Wait(
                                        rs.getTimestamp("ready_at").toInstant(),
                                        String.valueOf(rs.getString("missing"))))
                        .findOne());
    }

    /// Only what the vendor counts by requests is weighed.
    private static int weight(QuotaRequest request, Limit limit) {
        return limit.isAtOnce() || limit.bucket().equals("batches") ? 1 : request.weight();
    }

    private void answered(QuotaRequest request, List<Limit> of, UUID holder, Instant grantedAt) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            var batch =
                    handle.prepareBatch(
                            """
                            update connections.slots set holder = null, free_at = :free
                             where holder = :holder and connection = :connection and bucket = :bucket
                            """);
            for (Limit limit : of) {
                batch.bind("free", limit.freeAt(grantedAt, now).atOffset(ZoneOffset.UTC))
                        .bind("holder", holder)
                        .bind("connection", request.connection().value())
                        .bind("bucket", limit.bucket())
                        .add();
            }
            batch.execute();
        });
    }

    /// When a slot of every limit will be free, or now; takes none. What is there at once is not
    /// looked at, for that changes from moment to moment.
    Instant readyAt(QuotaRequest request) {
        List<Limit> of = limits.of(request).stream().filter(limit -> !limit.isAtOnce()).toList();
        of.forEach(limit -> prepare(request.connection(), limit));
        Instant now = clock.instant();
        return of.stream()
                .map(limit -> earliest(request.connection(), limit, now))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private Instant earliest(ConnectionId connection, Limit limit, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select greatest(:now, least(min(free_at), :latest))
                                  from connections.slots
                                 where connection = :connection and bucket = :bucket
                                   and slot <= :size
                                """)
                        .bind("connection", connection.value())
                        .bind("bucket", limit.bucket())
                        .bind("size", limit.calls())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("latest", now.plus(limit.longestWait()).atOffset(ZoneOffset.UTC))
                        .mapTo(Instant.class)
                        .one());
    }

    /// The part of a limit that is free now, 0 to 1; all of it where nobody has called yet.
    double free(ConnectionId connection, Limit limit) {
        double busy = busy(connection, limit);
        return 1 - busy / limit.calls();
    }

    private double busy(ConnectionId connection, Limit limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select count(*) from connections.slots
                                 where connection = :connection and bucket = :bucket
                                   and slot <= :size and free_at > :now
                                """)
                        .bind("connection", connection.value())
                        .bind("bucket", limit.bucket())
                        .bind("size", limit.calls())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .mapTo(Double.class)
                        .one());
    }

    private void prepare(ConnectionId connection, Limit limit) {
        prepared.computeIfAbsent(
                connection + "|" + limit.bucket(),
                _ -> {
                    jdbi.useHandle(handle ->
                            handle.createUpdate(
                                            """
                                            insert into connections.slots (connection, bucket, slot)
                                            select :connection, :bucket, slot
                                              from generate_series(1, :count) as slot
                                            on conflict do nothing
                                            """)
                                    .bind("connection", connection.value())
                                    .bind("bucket", limit.bucket())
                                    .bind("count", limit.calls())
                                    .execute());
                    return true;
                });
    }

    private static <T> List<T> each(List<Limit> limits, Function<Limit, T> value) {
        return limits.stream().map(value).toList();
    }

    private static String interval(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }
}
