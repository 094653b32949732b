package io.tieout.connectors.quota;

import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Counts the reads that QuickBooks bills: the App Partner Program's CorePlus calls, of which the
/// free tier has 500,000 a month.
@ApplicationScoped
class MeteredCalls {
    private final Jdbi jdbi;
    private final Clock clock;

    MeteredCalls(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    void add(ConnectionId connection) {
        LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.metered_calls
                                       (connection, month, calls)
                                values (:connection, :month, 1)
                                on conflict (connection, month)
                                do update set calls = metered_calls.calls + 1
                                """)
                        .bind("connection", connection.value())
                        .bind("month", month)
                        .execute());
    }

    long count(ConnectionId connection, YearMonth month) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select calls from connections.metered_calls
                                 where connection = :connection and month = :month
                                """)
                        .bind("connection", connection.value())
                        .bind("month", month.atDay(1))
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }
}
