package io.tieout.ingest.approval;

import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.ColumnPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// What was learnt from cell histories, which are dear: good until the row changes.
@ApplicationScoped
class CellAuthors {
    private final Jdbi jdbi;

    CellAuthors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional
    Optional<CellAuthor> find(RowRef row, ColumnPart part, long sheetVersion) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT content, author, written_at FROM cell_authors
                                WHERE sheet_id = :sheet AND row_id = :row AND part = :part AND sheet_version = :version\
                                """)
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .bind("part", part.name())
                        .bind("version", sheetVersion)
                        .map((rs, _) ->
                                new CellAuthor(
                                        row,
                                        rs.getString("content"),
                                        rs.getString("author"),
                                        rs.getTimestamp("written_at").toInstant()))
                        .findOne());
    }

    @Transactional
    void put(CellAuthor author, ColumnPart part, long sheetVersion) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO cell_authors (sheet_id, row_id, part, sheet_version, content, author, written_at)
                                VALUES (:sheet, :row, :part, :version, :content, :author, :at)
                                ON CONFLICT (sheet_id, row_id, part) DO UPDATE
                                SET sheet_version = excluded.sheet_version, content = excluded.content,
                                    author = excluded.author, written_at = excluded.written_at\
                                """)
                        .bind("sheet", author.row().sheetId().value())
                        .bind("row", author.row().rowId().value())
                        .bind("part", part.name())
                        .bind("version", sheetVersion)
                        .bind("content", author.content())
                        .bind("author", author.author())
                        .bind("at", author.writtenAt())
                        .execute());
    }
}
