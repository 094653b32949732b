package io.tieout.connectors.fault;

import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Remembers refusals that concern a whole connection, for all copies of all services. A success
/// ends them; it costs nothing while there are none. Billed reads have an allowance of their own:
/// that they are refused ends with a billed read that succeeds, not with a write.
@ApplicationScoped
public class Complaints {
    /// Too many requests, whatever they were.
    public static final String THROTTLED = "throttled";

    /// Too many billed reads: in a minute, or in the month.
    public static final String READS_THROTTLED = "reads-throttled";

    private final Jdbi jdbi;
    private final Clock clock;
    // Connections without complaints, as far as this copy knows; none of them at first.
    private final ConcurrentHashMap<ConnectionId, Boolean> clean = new ConcurrentHashMap<>();
    // The same, but reads may be throttled.
    private final ConcurrentHashMap<ConnectionId, Boolean> writable = new ConcurrentHashMap<>();

    Complaints(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    /// Takes note of a fault if it is one of the connection rather than of the call.
    ///
    /// @param metered whether the call is billed as a read
    public void faulted(ConnectionId connection, boolean metered, VendorFault fault) {
        switch (fault) {
            case VendorFault.Throttled throttled when throttled.byVendor() ->
                    note(connection, fault.trace(), metered ? READS_THROTTLED : THROTTLED);
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

    /// A call succeeded: nothing is held against the connection any more, except that billed reads
    /// are refused if it was none.
    public void succeeded(ConnectionId connection, boolean metered) {
        if ((metered ? clean : writable).putIfAbsent(connection, true) == null) {
            jdbi.useHandle(handle ->
                    handle.createUpdate(
                                    """
                                    delete from connections.problems
                                     where connection = :connection
                                       and (:metered or code <> :reads)
                                    """)
                            .bind("connection", connection.value())
                            .bind("metered", metered)
                            .bind("reads", READS_THROTTLED)
                            .execute());
        }
    }

    /// Since when billed reads of the connection are refused, while they are.
    public Optional<Instant> readsThrottledSince(ConnectionId connection) {
        return all().stream()
                .filter(complaint ->
                        complaint.connection().equals(connection)
                                && complaint.code().equals(READS_THROTTLED))
                .map(Complaint::since)
                .findAny();
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
        writable.remove(connection);
    }
}
