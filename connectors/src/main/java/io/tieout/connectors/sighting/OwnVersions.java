package io.tieout.connectors.sighting;

import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The versions of sheets that our own writes made. A sheet whose version rose by nothing else need
/// not be read again.
///
/// The vendor says that a version rises with each modification, and each write answers the version
/// it made; that it rises by one is UNVERIFIED. Where it rises by more, the gap counts as somebody
/// else's change and the sheet is read.
@ApplicationScoped
public class OwnVersions {
    private static final long GAP_MAX = 10_000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Clock clock;

    OwnVersions(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    /// A write of ours made this version.
    public void wrote(SheetId sheet, long version) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            insert into connections.own_versions (sheet_id, version, written_at)
                            values (:sheet, :version, :now) on conflict do nothing
                            """)
                    .bind("sheet", sheet.value())
                    .bind("version", version)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .execute();
            handle.createUpdate("delete from connections.own_versions where written_at < :before")
                    .bind("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    /// Whether every version after `from` up to `to` was made by us.
    public boolean explain(SheetId sheet, long from, long to) {
        if (from < 0 || to < from || to - from > GAP_MAX) {
            return false;
        }
        return to == from || count(sheet, from, to) == to - from;
    }

    private long count(SheetId sheet, long from, long to) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select count(*) from connections.own_versions
                                 where sheet_id = :sheet and version > :from and version <= :to
                                """)
                        .bind("sheet", sheet.value())
                        .bind("from", from)
                        .bind("to", to)
                        .mapTo(Long.class)
                        .one());
    }
}
