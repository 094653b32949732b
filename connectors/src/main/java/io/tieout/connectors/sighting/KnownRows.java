package io.tieout.connectors.sighting;

import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Which rows are still as they were published last: nobody has touched them since, as callbacks
/// tell, and no callback was lost up to a moment that a reading or an unchanged version confirmed.
@ApplicationScoped
public class KnownRows {
    private final Jdbi jdbi;

    KnownRows(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /// These rows were read, and published at this version of the sheet as far as they had changed.
    public void read(
            SheetId sheet, Collection<RowId> rows, Collection<RowId> published, long version) {
        jdbi.useHandle(handle -> {
            each(
                    handle,
                    """
                    update connections.known_rows set touched = false
                     where sheet_id = :sheet and row_id = :row and touched
                    """,
                    sheet,
                    rows);
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            insert into connections.known_rows (sheet_id, row_id, version, touched)
                            values (:sheet, :row, :version, false)
                            on conflict (sheet_id, row_id)
                            do update set version = excluded.version, touched = false
                            """);
            for (RowId row : sorted(published)) {
                batch.bind("sheet", sheet.value())
                        .bind("row", row.value())
                        .bind("version", version)
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /// Somebody changed these rows; what they say is not known until they are read.
    public void touched(SheetId sheet, Collection<RowId> rows) {
        jdbi.useHandle(handle ->
                each(
                        handle,
                        """
                        update connections.known_rows set touched = true
                         where sheet_id = :sheet and row_id = :row
                        """,
                        sheet,
                        rows));
    }

    public void gone(SheetId sheet, Collection<RowId> rows) {
        jdbi.useHandle(handle ->
                each(
                        handle,
                        "delete from connections.known_rows where sheet_id = :sheet and row_id = :row",
                        sheet,
                        rows));
    }

    /// Nothing is known of the sheet's rows until they are read: its columns changed.
    public void forget(SheetId sheet) {
        jdbi.useHandle(handle ->
                handle.createUpdate("delete from connections.known_sheets where sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .execute());
    }

    /// Nothing happened to the sheet up to then that ingest has not read.
    public void confirmed(SheetId sheet, Instant asOf) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.known_sheets (sheet_id, as_of) values (:sheet, :at)
                                on conflict (sheet_id) do update
                                set as_of = greatest(known_sheets.as_of, excluded.as_of)
                                """)
                        .bind("sheet", sheet.value())
                        .bind("at", asOf.atOffset(ZoneOffset.UTC))
                        .execute());
    }

    /// Those of the rows that are known to be as they were at the version that is named with them.
    ///
    /// @param asOf how recent the knowledge must be
    public Set<RowRef> untouched(Map<RowRef, Long> versions, Instant asOf) {
        Map<SheetId, List<RowRef>> bySheet =
                versions.keySet().stream().collect(Collectors.groupingBy(RowRef::sheetId));
        Map<RowRef, Long> known = new HashMap<>();
        bySheet.forEach((sheet, rows) -> known.putAll(known(sheet, rows, asOf)));
        Set<RowRef> untouched = new HashSet<>();
        versions.forEach((row, version) -> {
            if (version.equals(known.get(row))) {
                untouched.add(row);
            }
        });
        return untouched;
    }

    private Map<RowRef, Long> known(SheetId sheet, List<RowRef> rows, Instant asOf) {
        return jdbi.withHandle(handle -> {
            Map<RowRef, Long> known = new HashMap<>();
            handle.createQuery(
                            """
                            select r.row_id, r.version from connections.known_rows r
                              join connections.known_sheets s on s.sheet_id = r.sheet_id
                             where r.sheet_id = :sheet and not r.touched and s.as_of >= :asOf
                               and r.row_id in (<rows>)
                            """)
                    .bind("sheet", sheet.value())
                    .bind("asOf", asOf.atOffset(ZoneOffset.UTC))
                    .bindList("rows", rows.stream().map(row -> row.rowId().value()).toList())
                    .map((rs, _) ->
                            known.put(
                                    new RowRef(sheet, new RowId(rs.getString("row_id"))),
                                    rs.getLong("version")))
                    .list();
            return known;
        });
    }

    private static void each(
            Handle handle, String statement, SheetId sheet, Collection<RowId> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(statement);
        for (RowId row : sorted(rows)) {
            batch.bind("sheet", sheet.value()).bind("row", row.value()).add();
        }
        batch.execute();
    }

    /// In one order everywhere, so that two writers do not wait for each other in a circle.
    private static List<RowId> sorted(Collection<RowId> rows) {
        return rows.stream().sorted(java.util.Comparator.comparing(RowId::value)).toList();
    }
}
