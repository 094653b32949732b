package io.tieout.reconcile.facts;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

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
                                        INSERT INTO sheet_rows (realm, sheet_id, row_id, revision_major, revision_minor, gone, observed, project,
                                                               event_id, correlation_id)
                                        VALUES (:realm, :sheet, :row, :major, :minor, :gone, :observed, project_key(:project), :event, :correlation)
                                        ON CONFLICT (realm, sheet_id, row_id) DO UPDATE
                                        SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                            gone = excluded.gone, observed = excluded.observed, project = excluded.project,
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
                                .bind("project", project(row))
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

    /// Rows of costs, hours and budgets that name the project.
    ///
    /// @param key its name without the customer's, in lower case
    @Transactional
    public List<RowObserved> ofProject(RealmId realm, String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT observed FROM sheet_rows
                                WHERE realm = :realm AND left(project, 200) = left(:key, 200) AND project = :key AND NOT gone
                                ORDER BY sheet_id, row_id\
                                """)
                        .bind("realm", realm.value())
                        .bind("key", key)
                        .map((rs, _) -> WireJson.read(rs.getString("observed"), RowObserved.class))
                        .list());
    }

    private static @Nullable String project(RowEvent row) {
        return !(row instanceof RowObserved observed)
                ? null
                : switch (observed.fields()) {
                    case CostFields cost -> cost.project();
                    case TimesheetFields time -> time.project();
                    case ProjectFields project -> project.project();
                    case BillingFields _, DocumentFields _ -> null;
                };
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
