package io.tieout.ingest.attachment;

import io.tieout.ingest.extraction.Problem;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// What came of reading attachments.
@ApplicationScoped
class Readings {
    private static final String SELECT =
            "SELECT * FROM attachment_readings WHERE sheet_id = :sheet";

    private final Jdbi jdbi;

    Readings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<String, Reading> of(RowRef row) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(SELECT + " AND row_id = :row ORDER BY attachment_id")
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) -> reading(rs))
                        .stream()
                        .collect(Collectors.toMap(Reading::attachmentId, Function.identity())));
    }

    Optional<Reading> find(SheetId sheet, String attachmentId) {
        List<Reading> found =
                jdbi.withHandle(handle ->
                        handle.createQuery(SELECT + " AND attachment_id = :id")
                                .bind("sheet", sheet.value())
                                .bind("id", attachmentId)
                                .map((rs, _) -> reading(rs))
                                .list());
        return found.stream().findFirst();
    }

    void put(RowRef row, Reading reading) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO attachment_readings
                                    (sheet_id, attachment_id, row_id, name, created_at, size_kb, hash, excerpt, problem)
                                VALUES (:sheet, :id, :row, :name, :created, :size, :hash, :excerpt, :problem)
                                ON CONFLICT (sheet_id, attachment_id) DO UPDATE
                                SET row_id = excluded.row_id, name = excluded.name, created_at = excluded.created_at,
                                    size_kb = excluded.size_kb, hash = excluded.hash, excerpt = excluded.excerpt,
                                    problem = excluded.problem\
                                """)
                        .bind("sheet", row.sheetId().value())
                        .bind("id", reading.attachmentId())
                        .bind("row", row.rowId().value())
                        .bind("name", reading.name())
                        .bind("created", reading.createdAt())
                        .bind("size", reading.sizeKb())
                        .bind("hash", reading.hash())
                        .bind("excerpt", reading.excerpt())
                        .bind("problem", reading.problem())
                        .execute());
    }

    private static Reading reading(ResultSet rs) throws SQLException {
        String problem = rs.getString("problem");
        return new Reading(
                rs.getString("attachment_id"),
                rs.getString("name"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getLong("size_kb"),
                rs.getString("hash"),
                rs.getString("excerpt"),
                problem == null ? null : Problem.valueOf(problem));
    }
}
