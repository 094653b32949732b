package io.tieout.invoice.claims;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RowRef;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/// The marking of each row. Unlike the projection of rows it cannot be read again from the topics:
/// it remembers transitions, so older news of a row never changes it.
@ApplicationScoped
public class Markings {
    private final Jdbi jdbi;

    Markings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The row was seen at this revision, ready or not.
    public Marking seen(RowRef row, SourceRevision revision, boolean ready) {
        store(row, locked(row).seen(ready), revision);
        return find(row);
    }

    /// The row's present marking is used up, if it is still this occurrence.
    public void used(RowRef row, int occurrence) {
        Marking before = locked(row);
        if (before.occurrence() == occurrence && !before.spent()) {
            Marking after = before.used();
            jdbi.useHandle(handle ->
                    handle.createUpdate(
                                    """
                                    UPDATE markings SET occurrence = :occurrence, ready = :ready, spent = :spent
                                    WHERE sheet_id = :sheet AND row_id = :row\
                                    """)
                            .bind("occurrence", after.occurrence())
                            .bind("ready", after.ready())
                            .bind("spent", after.spent())
                            .bind("sheet", row.sheetId().value())
                            .bind("row", row.rowId().value())
                            .execute());
        }
    }

    public Marking find(RowRef row) {
        return read(row, "");
    }

    private Marking locked(RowRef row) {
        return read(row, " FOR UPDATE");
    }

    private Marking read(RowRef row, String lock) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT occurrence, ready, spent FROM markings WHERE sheet_id = :sheet AND row_id = :row"
                                        + lock)
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) ->
                                new Marking(rs.getInt(1), rs.getBoolean(2), rs.getBoolean(3)))
                        .findOne()
                        .orElse(Marking.FIRST));
    }

    private void store(RowRef row, Marking marking, SourceRevision revision) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO markings AS m (sheet_id, row_id, occurrence, ready, spent, revision_major, revision_minor)
                                VALUES (:sheet, :row, :occurrence, :ready, :spent, :major, :minor)
                                ON CONFLICT (sheet_id, row_id) DO UPDATE SET occurrence = excluded.occurrence, ready = excluded.ready,
                                    spent = excluded.spent, revision_major = excluded.revision_major,
                                    revision_minor = excluded.revision_minor
                                WHERE (m.revision_major, m.revision_minor) < (excluded.revision_major, excluded.revision_minor)\
                                """)
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .bind("occurrence", marking.occurrence())
                        .bind("ready", marking.ready())
                        .bind("spent", marking.spent())
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .execute());
    }
}
