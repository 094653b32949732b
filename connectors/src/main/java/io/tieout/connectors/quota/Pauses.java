package io.tieout.connectors.quota;

import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Until when a vendor wants to be left alone.
@ApplicationScoped
class Pauses {
    private final Jdbi jdbi;
    private final Clock clock;

    Pauses(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    Optional<Instant> until(ConnectionId connection) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select paused_until from connections.pauses
                                 where connection = :connection and paused_until > :now
                                """)
                        .bind("connection", connection.value())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .mapTo(Instant.class)
                        .findOne());
    }

    void pause(ConnectionId connection, Instant until) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.pauses (connection, paused_until)
                                values (:connection, :until)
                                on conflict (connection) do update set paused_until =
                                  greatest(pauses.paused_until, excluded.paused_until)
                                """)
                        .bind("connection", connection.value())
                        .bind("until", until.atOffset(ZoneOffset.UTC))
                        .execute());
    }
}
