package io.tieout.writeback.hold;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/// The sheets that are held: their columns may not be any more what an effect takes them for.
@ApplicationScoped
public class SheetHolds {
    private final Jdbi jdbi;

    SheetHolds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional
    public boolean isHeld(SheetId sheet) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT 1 FROM sheet_holds WHERE sheet_id = :sheet AND held")
                        .bind("sheet", sheet.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /// Applies newer knowledge only; true when it was newer.
    boolean put(SheetId sheet, boolean held, SourceRevision revision) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO sheet_holds AS h (sheet_id, held, revision_major, revision_minor)
                                VALUES (:sheet, :held, :major, :minor)
                                ON CONFLICT (sheet_id) DO UPDATE
                                SET held = excluded.held, revision_major = excluded.revision_major, revision_minor = excluded.revision_minor
                                WHERE (h.revision_major, h.revision_minor) < (excluded.revision_major, excluded.revision_minor)\
                                """)
                        .bind("sheet", sheet.value())
                        .bind("held", held)
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .execute())
                == 1;
    }
}
