package io.tieout.ingest.hydration;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Rows that callbacks named and nobody has read since.
@ApplicationScoped
class DueRows {
    private final Jdbi jdbi;

    DueRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(SheetId sheet, Collection<RowId> rows, CorrelationId correlation, EventId cause) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            INSERT INTO due_rows (sheet_id, row_id, mark, correlation_id, cause_id)
                            VALUES (:sheet, :row, nextval('marks'), :correlation, :cause)
                            ON CONFLICT (sheet_id, row_id) DO UPDATE
                            SET mark = excluded.mark, by_name = false, correlation_id = excluded.correlation_id, cause_id = excluded.cause_id\
                            """);
            for (RowId row : rows.stream().sorted(Comparator.comparing(RowId::value)).toList()) {
                batch.bind("sheet", sheet.value())
                        .bind("row", row.value())
                        .bind("correlation", correlation.value())
                        .bind("cause", cause.value())
                        .add();
            }
            batch.execute();
        });
    }

    /// The rows that have waited longest.
    List<DueRow> oldest(SheetId sheet, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT row_id, mark, by_name, correlation_id, cause_id FROM due_rows
                                WHERE sheet_id = :sheet ORDER BY mark LIMIT :limit\
                                """)
                        .bind("sheet", sheet.value())
                        .bind("limit", limit)
                        .map((rs, _) -> {
                            UUID cause = rs.getObject("cause_id", UUID.class);
                            return new DueRow(
                                    new RowId(rs.getString("row_id")),
                                    rs.getLong("mark"),
                                    rs.getBoolean("by_name"),
                                    new CorrelationId(rs.getString("correlation_id")),
                                    cause == null ? null : new EventId(cause));
                        })
                        .list());
    }

    /// These did not show among the rows that had changed: they are asked for by name.
    void askByName(SheetId sheet, Collection<DueRow> rows) {
        each(
                "UPDATE due_rows SET by_name = true WHERE sheet_id = :sheet AND row_id = :row AND mark <= :mark",
                sheet,
                rows);
    }

    /// Strikes off what was read, but not what was wished again since.
    void done(SheetId sheet, Collection<DueRow> rows) {
        each(
                "DELETE FROM due_rows WHERE sheet_id = :sheet AND row_id = :row AND mark <= :mark",
                sheet,
                rows);
    }

    private void each(String statement, SheetId sheet, Collection<DueRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(statement);
            for (DueRow row : rows) {
                batch.bind("sheet", sheet.value())
                        .bind("row", row.row().value())
                        .bind("mark", row.mark())
                        .add();
            }
            batch.execute();
        });
    }
}
