package io.tieout.ingest.mapping;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The newest proposal for each sheet whose columns changed.
@ApplicationScoped
class Remaps {
    private final Jdbi jdbi;

    Remaps(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void put(SheetId sheet, Remap remap, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO remaps (sheet_id, proposal, columns, found_at)
                                VALUES (:sheet, :proposal, :columns, :now)
                                ON CONFLICT (sheet_id) DO UPDATE
                                SET proposal = excluded.proposal, columns = excluded.columns, found_at = excluded.found_at\
                                """)
                        .bind("sheet", sheet.value())
                        .bind("proposal", remap.name())
                        .bind("columns", WireJson.text(remap))
                        .bind("now", now)
                        .execute());
    }

    Optional<Remap> find(SheetId sheet, String proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT columns FROM remaps WHERE sheet_id = :sheet AND proposal = :proposal")
                        .bind("sheet", sheet.value())
                        .bind("proposal", proposal)
                        .mapTo(String.class)
                        .findOne()
                        .map(json -> WireJson.read(json, Remap.class)));
    }

    void remove(SheetId sheet) {
        jdbi.useHandle(handle ->
                handle.createUpdate("DELETE FROM remaps WHERE sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .execute());
    }
}
