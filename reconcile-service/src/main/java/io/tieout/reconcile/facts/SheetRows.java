package io.tieout.reconcile.facts;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The table `sheet_rows`.
@ApplicationScoped
public class SheetRows {
    private final Jdbi jdbi;

    SheetRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// False if a newer one is there.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean apply(EventEnvelope<RowEvent> event) {
        RowEvent row = event.payload();
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO sheet_rows (realm, sheet_id, row_id, revision_major, revision_minor, gone, observed,
                                                               event_id, correlation_id)
                                        VALUES (:realm, :sheet, :row, :major, :minor, :gone, :observed, :event, :correlation)
                                        ON CONFLICT (realm, sheet_id, row_id) DO UPDATE
                                        SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                            gone = excluded.gone, observed = excluded.observed,
                                            event_id = excluded.event_id, correlation_id = excluded.correlation_id
                                        WHERE (sheet_rows.revision_major, sheet_rows.revision_minor)
                                            < (excluded.revision_major, excluded.revision_minor)\
                                        """)
                                .bind("realm", row.realmId().value())
                                .bind("sheet", row.row().sheetId().value())
                                .bind("row", row.row().rowId().value())
                                .bind("major", event.sourceRevision().major())
                                .bind("minor", event.sourceRevision().minor())
                                .bind("gone", !(row instanceof RowObserved))
                                .bind(
                                        "observed",
                                        row instanceof RowObserved ? WireJson.text(row) : null)
                                .bind("event", event.eventId().value())
                                .bind("correlation", event.correlationId().value())
                                .execute()
                        == 1);
    }

    /// Every row of the realm that is there.
    @Transactional
    public List<ObservedRow> of(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM sheet_rows WHERE realm = :realm AND NOT gone ORDER BY sheet_id, row_id")
                        .bind("realm", realm.value())
                        .map((rs, _) -> row(rs))
                        .list());
    }

    /// Absent when it is gone or was never there.
    @Transactional
    public Optional<ObservedRow> of(RealmId realm, RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM sheet_rows WHERE realm = :realm AND sheet_id = :sheet AND row_id = :row AND NOT gone")
                        .bind("realm", realm.value())
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) -> row(rs))
                        .findOne());
    }

    private static ObservedRow row(ResultSet rs) throws SQLException {
        return new ObservedRow(
                WireJson.read(rs.getString("observed"), RowObserved.class),
                rs.getLong("revision_major"),
                new EventId(rs.getObject("event_id", UUID.class)),
                new CorrelationId(rs.getString("correlation_id")));
    }
}
