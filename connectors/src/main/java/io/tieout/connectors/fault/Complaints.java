package io.tieout.connectors.fault;

import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Remembers refusals that concern a whole connection, for all copies of all services. A success
/// ends them; it costs nothing while there are none.
@ApplicationScoped
public class Complaints {
    private final Jdbi jdbi;
    private final Clock clock;
    // Connections that may have complaints, as far as this copy knows; all of them at first.
    private final ConcurrentHashMap<ConnectionId, Boolean> clean = new ConcurrentHashMap<>();

    Complaints(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    /// Takes note of a fault if it is one of the connection rather than of the call.
    public void faulted(ConnectionId connection, VendorFault fault) {
        switch (fault) {
            case VendorFault.Throttled throttled when throttled.byVendor() ->
                    note(connection, fault.trace(), "throttled");
            case VendorFault.Refused refused
                    when refused.cause() == VendorFault.Refused.Cause.PERMISSION ->
                    note(connection, fault.trace(), fault.errorCode());
            case VendorFault.Throttled _,
                    VendorFault.Refused _,
                    VendorFault.Unauthorized _,
                    VendorFault.Transient _,
                    VendorFault.StaleObject _,
                    VendorFault.NotFound _ -> {}
        }
    }

    /// A call succeeded: nothing is held against the connection any more.
    public void succeeded(ConnectionId connection) {
        if (clean.putIfAbsent(connection, true) == null) {
            jdbi.useHandle(handle ->
                    handle.createUpdate(
                                    "delete from connections.problems where connection = :connection")
                            .bind("connection", connection.value())
                            .execute());
        }
    }

    public List<Complaint> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from connections.problems order by connection, code")
                        .map((row, _) ->
                                new Complaint(
                                        new ConnectionId(row.getString("connection")),
                                        row.getString("code"),
                                        row.getString("words"),
                                        row.getObject("since", OffsetDateTime.class).toInstant()))
                        .list());
    }

    private void note(ConnectionId connection, VendorTrace trace, String code) {
        Instant now = clock.instant();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.problems
                                       (connection, code, words, since, last_at)
                                values (:connection, :code, :words, :now, :now)
                                on conflict (connection, code)
                                do update set words = excluded.words, last_at = excluded.last_at
                                """)
                        .bind("connection", connection.value())
                        .bind("code", code)
                        .bind("words", trace.detail() == null ? trace.message() : trace.detail())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute());
        // Last: a success meanwhile must not take for clean what has been noted since.
        clean.remove(connection);
    }
}
