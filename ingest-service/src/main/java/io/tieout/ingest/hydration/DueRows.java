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
                            SET mark = excluded.mark, correlation_id = excluded.correlation_id, cause_id = excluded.cause_id\
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
                                SELECT row_id, mark, correlation_id, cause_id FROM due_rows
                                WHERE sheet_id = :sheet ORDER BY mark LIMIT :limit\
                                """)
                        .bind("sheet", sheet.value())
                        .bind("limit", limit)
                        .map((rs, _) -> {
                            UUID cause = rs.getObject("cause_id", UUID.class);
                            return new DueRow(
                                    new RowId(rs.getString("row_id")),
                                    rs.getLong("mark"),
                                    new CorrelationId(rs.getString("correlation_id")),
                                    cause == null ? null : new EventId(cause));
                        })
                        .list());
    }

    /// Strikes off what was read, but not what was wished again since.
    void done(SheetId sheet, Collection<DueRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            "DELETE FROM due_rows WHERE sheet_id = :sheet AND row_id = :row AND mark <= :mark");
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
