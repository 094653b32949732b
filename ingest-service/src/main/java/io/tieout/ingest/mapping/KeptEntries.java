package io.tieout.ingest.mapping;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Entries beside the mapping file: sheets that were found, and remaps that were accepted.
@ApplicationScoped
class KeptEntries {
    private final Jdbi jdbi;

    KeptEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<KeptEntry> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT base_hash, document FROM sheet_mappings ORDER BY sheet_id")
                        .map((rs, _) ->
                                new KeptEntry(
                                        WireJson.read(
                                                rs.getString("document"),
                                                MappingDocument.Sheet.class),
                                        rs.getString("base_hash")))
                        .list());
    }

    void put(KeptEntry entry, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO sheet_mappings (sheet_id, base_hash, document, changed_at)
                                VALUES (:sheet, :hash, :document, :now)
                                ON CONFLICT (sheet_id) DO UPDATE
                                SET base_hash = excluded.base_hash, document = excluded.document, changed_at = excluded.changed_at\
                                """)
                        .bind("sheet", entry.sheet().sheetId().value())
                        .bind("hash", entry.baseHash())
                        .bind("document", WireJson.text(entry.sheet()))
                        .bind("now", now)
                        .execute());
    }

    void remove(SheetId sheet) {
        jdbi.useHandle(handle ->
                handle.createUpdate("DELETE FROM sheet_mappings WHERE sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .execute());
    }
}
