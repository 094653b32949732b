package io.tieout.console.source;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// The newest state of every row.
@ApplicationScoped
public class SourceRows {
    private final Jdbi jdbi;

    SourceRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(EventEnvelope<RowEvent> event) {
        RowEvent row = event.payload();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO source_rows (sheet_id, row_id, revision_major, revision_minor, realm, gone,
                                    correlation_id, event)
                                VALUES (:sheet, :row, :major, :minor, :realm, :gone, :correlation, :event)
                                ON CONFLICT (sheet_id, row_id) DO UPDATE SET revision_major = excluded.revision_major,
                                    revision_minor = excluded.revision_minor, realm = excluded.realm, gone = excluded.gone,
                                    correlation_id = excluded.correlation_id, event = excluded.event
                                WHERE (source_rows.revision_major, source_rows.revision_minor)
                                    < (excluded.revision_major, excluded.revision_minor)\
                                """)
                        .bind("sheet", row.row().sheetId().value())
                        .bind("row", row.row().rowId().value())
                        .bind("major", event.sourceRevision().major())
                        .bind("minor", event.sourceRevision().minor())
                        .bind("realm", row.realmId().value())
                        .bind("gone", row instanceof RowGone)
                        .bind("correlation", event.correlationId().value())
                        .bind("event", WireJson.text(row))
                        .execute());
    }

    /// Those of the rows that were ever seen.
    @Transactional
    public Map<RowRef, SourceRow> find(Collection<RowRef> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        List<String> keys = refs.stream().map(RowRef::key).distinct().toList();
        Map<RowRef, SourceRow> found = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT event, revision_major FROM source_rows WHERE sheet_id || ':' || row_id IN (<keys>)\
                                """)
                        .bindList("keys", keys)
                        .map((rs, _) ->
                                new SourceRow(
                                        WireJson.read(rs.getString("event"), RowEvent.class),
                                        rs.getLong("revision_major")))
                        .forEach(row -> found.put(row.event().row(), row)));
        return found;
    }
}
