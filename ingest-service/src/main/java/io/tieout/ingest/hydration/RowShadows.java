package io.tieout.ingest.hydration;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.SourceRevision;
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
import org.jspecify.annotations.Nullable;

/// What was published last of each row: what is equal need not be published again, and what is gone
/// was there.
@ApplicationScoped
public class RowShadows {
    private static final String SELECT =
            "SELECT row_id, sheet_version, mapping_version, attachment_reads, gone, event FROM row_shadows WHERE sheet_id = :sheet";

    /// Above the mapping's version: the order is sheet version, attachment readings, mapping.
    private static final int READS_SHIFT = 32;

    private final Jdbi jdbi;

    RowShadows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A row as it was published last.
    ///
    /// @param sheetVersion of the sheet when it was read
    /// @param attachmentReads how often it was published because of what its attachments say
    public record Shadow(
            long sheetVersion,
            int mappingVersion,
            long attachmentReads,
            boolean gone,
            RowEvent event) {
        /// The source revision when its attachments were read once more, and nothing else happened.
        SourceRevision afterAttachmentRead() {
            return revision(sheetVersion, mappingVersion, attachmentReads + 1);
        }
    }

    /// The source revision of a row as it is read now.
    ///
    /// @param last as it was published before
    static SourceRevision revision(long sheetVersion, int mappingVersion, @Nullable Shadow last) {
        return revision(sheetVersion, mappingVersion, last == null ? 0 : last.attachmentReads());
    }

    /// Attachments are read after their row, when the sheet's version is what it was; their number
    /// never falls, so that a later event is always the higher one.
    private static SourceRevision revision(long sheetVersion, int mappingVersion, long reads) {
        return new SourceRevision(sheetVersion, (reads << READS_SHIFT) | mappingVersion);
    }

    /// The row as it was published last.
    public Optional<Shadow> find(RowRef row) {
        return Optional.ofNullable(of(row.sheetId(), List.of(row.rowId())).get(row.rowId()));
    }

    /// The same, and nobody else publishes the row until this transaction ends.
    Optional<Shadow> lock(RowRef row) {
        return Optional.ofNullable(locked(row.sheetId(), List.of(row.rowId())).get(row.rowId()));
    }

    /// The rows, which nobody else publishes until this transaction ends.
    Map<RowId, Shadow> locked(SheetId sheet, Collection<RowId> rows) {
        return some(sheet, rows, " ORDER BY row_id FOR NO KEY UPDATE");
    }

    Map<RowId, Shadow> of(SheetId sheet, Collection<RowId> rows) {
        return some(sheet, rows, "");
    }

    private Map<RowId, Shadow> some(SheetId sheet, Collection<RowId> rows, String then) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle ->
                byRow(
                        handle.createQuery(SELECT + " AND row_id IN (<rows>)" + then)
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
                                        rs.getInt("mapping_version"),
                                        rs.getLong("attachment_reads"),
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

    /// Remembers that the row was published once more for its attachments.
    void putAttachments(RowEvent event) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE row_shadows SET attachment_reads = attachment_reads + 1, event = :event
                                WHERE sheet_id = :sheet AND row_id = :row\
                                """)
                        .bind("sheet", event.row().sheetId().value())
                        .bind("row", event.row().rowId().value())
                        .bind("event", WireJson.text(event))
                        .execute());
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
