package io.tieout.connectors.quota;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// At most so many calls under way at once per realm (Intuit: 10 per realm and app). One row is one
/// place; a copy that dies loses its places when they expire.
@ApplicationScoped
class Places {
    private static final Duration RETRY = Duration.ofMillis(100);

    private final Jdbi jdbi;
    private final int count;
    private final Duration expiry;
    private final Clock clock;
    private final ConcurrentHashMap<ConnectionId, Boolean> prepared = new ConcurrentHashMap<>();

    Places(DataSource dataSource, ConnectorsConfig config, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.count = config.quickbooks().callsAtOnce();
        this.expiry = config.quota().callExpiry();
        this.clock = clock;
    }

    QuotaAnswer tryTake(QuotaRequest request) {
        if (request.vendor() == Vendor.SMARTSHEET) {
            return (QuotaAnswer.Granted) () -> {};
        }
        ConnectionId connection = request.connection();
        prepared.computeIfAbsent(connection, this::prepare);
        UUID holder = UUID.randomUUID();
        Instant now = clock.instant();
        Optional<Integer> slot = occupy(connection, holder, now);
        return slot.<QuotaAnswer>map(
                        taken -> (QuotaAnswer.Granted) () -> leave(connection, taken, holder))
                .orElseGet(() -> new QuotaAnswer.Wait(now.plus(RETRY), "at-once"));
    }

    private Optional<Integer> occupy(ConnectionId connection, UUID holder, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                update connections.places
                                   set holder = :holder, expires_at = :expires
                                 where connection = :connection
                                   and slot = (
                                     select slot from connections.places
                                      where connection = :connection
                                        and slot <= :count and expires_at <= :now
                                      order by slot limit 1 for update skip locked)
                                returning slot
                                """)
                        .bind("holder", holder)
                        .bind("connection", connection.value())
                        .bind("count", count)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("expires", now.plus(expiry).atOffset(ZoneOffset.UTC))
                        .mapTo(Integer.class)
                        .findOne());
    }

    private void leave(ConnectionId connection, int slot, UUID holder) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update connections.places
                                   set holder = null, expires_at = '-infinity'
                                 where connection = :connection
                                   and slot = :slot and holder = :holder
                                """)
                        .bind("connection", connection.value())
                        .bind("slot", slot)
                        .bind("holder", holder)
                        .execute());
    }

    private boolean prepare(ConnectionId connection) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.places (connection, slot, expires_at)
                                select :connection, slot, '-infinity'
                                  from generate_series(1, :count) as slot
                                on conflict do nothing
                                """)
                        .bind("connection", connection.value())
                        .bind("count", count)
                        .execute());
        return true;
    }
}
