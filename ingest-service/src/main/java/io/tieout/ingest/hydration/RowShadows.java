package io.tieout.ingest.hydration;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// What was published last of each row: what is equal need not be published again, and what is gone
/// was there.
@ApplicationScoped
public class RowShadows {
    private static final String SELECT =
            "SELECT row_id, sheet_version, gone, event FROM row_shadows WHERE sheet_id = :sheet";

    private final Jdbi jdbi;

    RowShadows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A row as it was published last.
    ///
    /// @param sheetVersion of the sheet when it was read
    public record Shadow(long sheetVersion, boolean gone, RowEvent event) {}

    /// The row as it was published last.
    public Optional<Shadow> find(RowRef row) {
        return Optional.ofNullable(of(row.sheetId(), List.of(row.rowId())).get(row.rowId()));
    }

    Map<RowId, Shadow> of(SheetId sheet, Collection<RowId> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle ->
                byRow(
                        handle.createQuery(SELECT + " AND row_id IN (<rows>)")
                                .bind("sheet", sheet.value())
                                .bindList("rows", rows.stream().map(RowId::value).toList())));
    }

    /// Every row of the sheet that is not gone.
    Map<RowId, Shadow> present(SheetId sheet) {
        return jdbi.withHandle(handle ->
                byRow(handle.createQuery(SELECT + " AND NOT gone").bind("sheet", sheet.value())));
    }

    private static Map<RowId, Shadow> byRow(Query query) {
        Map<RowId, Shadow> shadows = new HashMap<>();
        query.map((rs, _) ->
                        Map.entry(
                                new RowId(rs.getString("row_id")),
                                new Shadow(
                                        rs.getLong("sheet_version"),
                                        rs.getBoolean("gone"),
                                        WireJson.read(rs.getString("event"), RowEvent.class))))
                .forEach(entry -> shadows.put(entry.getKey(), entry.getValue()));
        return shadows;
    }

    int countPresent(SheetId sheet) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT count(*) FROM row_shadows WHERE sheet_id = :sheet AND NOT gone")
                        .bind("sheet", sheet.value())
                        .mapTo(Integer.class)
                        .one());
    }

    /// Under which mapping the row was read last.
    int mappingVersion(RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT mapping_version FROM row_shadows WHERE sheet_id = :sheet AND row_id = :row")
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .mapTo(Integer.class)
                        .one());
    }

    void put(RowEvent event, long sheetVersion, int mappingVersion) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO row_shadows (sheet_id, row_id, sheet_version, mapping_version, gone, event)
                                VALUES (:sheet, :row, :version, :mapping, :gone, :event)
                                ON CONFLICT (sheet_id, row_id) DO UPDATE
                                SET sheet_version = excluded.sheet_version, mapping_version = excluded.mapping_version,
                                    gone = excluded.gone, event = excluded.event\
                                """)
                        .bind("sheet", event.row().sheetId().value())
                        .bind("row", event.row().rowId().value())
                        .bind("version", sheetVersion)
                        .bind("mapping", mappingVersion)
                        .bind("gone", !(event instanceof RowObserved))
                        .bind("event", WireJson.text(event))
                        .execute());
    }
}
