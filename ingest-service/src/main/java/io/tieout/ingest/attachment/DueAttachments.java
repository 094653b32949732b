package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Attachments that are to be fetched and read.
@ApplicationScoped
class DueAttachments {
    private static final String FILE = "FILE";

    private final Jdbi jdbi;

    DueAttachments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(RowRef row, SheetAttachment file, CorrelationId correlation) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO due_attachments
                                    (sheet_id, attachment_id, row_id, name, media_type, created_at, size_kb, mark, correlation_id)
                                VALUES (:sheet, :id, :row, :name, :type, :created, :size, nextval('marks'), :correlation)
                                ON CONFLICT (sheet_id, attachment_id) DO UPDATE
                                SET row_id = excluded.row_id, name = excluded.name, media_type = excluded.media_type,
                                    created_at = excluded.created_at, size_kb = excluded.size_kb, mark = excluded.mark,
                                    correlation_id = excluded.correlation_id\
                                """)
                        .bind("sheet", row.sheetId().value())
                        .bind("id", file.id())
                        .bind("row", row.rowId().value())
                        .bind("name", file.name())
                        .bind("type", file.mediaType())
                        .bind("created", file.createdAt())
                        .bind("size", file.sizeKb())
                        .bind("correlation", correlation.value())
                        .execute());
    }

    /// Those that have waited longest.
    @Transactional
    List<DueAttachment> oldest(SheetId sheet, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM due_attachments WHERE sheet_id = :sheet ORDER BY mark LIMIT :limit")
                        .bind("sheet", sheet.value())
                        .bind("limit", limit)
                        .map((rs, _) ->
                                new DueAttachment(
                                        new RowRef(sheet, new RowId(rs.getString("row_id"))),
                                        new SheetAttachment(
                                                rs.getString("attachment_id"),
                                                rs.getString("name"),
                                                FILE,
                                                rs.getString("media_type"),
                                                rs.getLong("size_kb"),
                                                rs.getTimestamp("created_at").toInstant()),
                                        rs.getLong("mark"),
                                        new CorrelationId(rs.getString("correlation_id"))))
                        .list());
    }

    /// Strikes it off, unless it was wished again since.
    void done(DueAttachment due) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "DELETE FROM due_attachments WHERE sheet_id = :sheet AND attachment_id = :id AND mark <= :mark")
                        .bind("sheet", due.row().sheetId().value())
                        .bind("id", due.file().id())
                        .bind("mark", due.mark())
                        .execute());
    }
}
