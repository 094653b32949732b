package io.tieout.console.source;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        RowFigures figures = RowFigures.of(row);
        Money amount = figures.amount();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO source_rows (sheet_id, row_id, revision_major, revision_minor, realm, gone,
                                    correlation_id, event, sheet_name, role, project, customer, standing, hours, amount, currency)
                                VALUES (:sheet, :row, :major, :minor, :realm, :gone, :correlation, :event, :sheetName, :role, :project,
                                    :customer, :standing, CAST(:hours AS numeric), CAST(:amount AS numeric), :currency)
                                ON CONFLICT (sheet_id, row_id) DO UPDATE SET revision_major = excluded.revision_major,
                                    revision_minor = excluded.revision_minor, realm = excluded.realm, gone = excluded.gone,
                                    correlation_id = excluded.correlation_id, event = excluded.event,
                                    sheet_name = excluded.sheet_name, role = excluded.role,
                                    project = excluded.project, customer = excluded.customer, standing = excluded.standing,
                                    hours = excluded.hours, amount = excluded.amount, currency = excluded.currency
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
                        .bind(
                                "sheetName",
                                row instanceof RowObserved observed ? observed.sheetName() : null)
                        .bind("role", figures.role())
                        .bind("project", figures.project())
                        .bind("customer", figures.customer())
                        .bind(
                                "standing",
                                figures.standing() == null ? null : figures.standing().name())
                        .bind("hours", figures.hours())
                        .bind("amount", amount == null ? null : amount.amount())
                        .bind("currency", amount == null ? null : amount.currency().value())
                        .execute());
    }

    /// How new the row is that is known, or absent when it was never seen.
    @Transactional
    public Optional<SourceRevision> revision(RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT revision_major, revision_minor FROM source_rows WHERE sheet_id = :sheet AND row_id = :row\
                                """)
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) -> new SourceRevision(rs.getLong(1), rs.getLong(2)))
                        .findOne());
    }

    /// Rows of one project that stand so, in the order of their sheets.
    @Transactional
    public List<SourceRow> ofProject(String project, List<String> standings, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT event, revision_major FROM source_rows
                                WHERE left(lower(project), 200) = left(lower(:project), 200) AND lower(project) = lower(:project)
                                    AND standing IN (<standings>) AND NOT gone
                                ORDER BY sheet_id, length(row_id), row_id LIMIT :limit\
                                """)
                        .bind("project", project)
                        .bindList("standings", standings)
                        .bind("limit", limit)
                        .map((rs, _) -> row(rs))
                        .list());
    }

    /// What the sheets are called, by id.
    @Transactional
    public Map<String, String> sheetNames() {
        Map<String, String> names = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT DISTINCT ON (sheet_id) event, revision_major FROM source_rows WHERE NOT gone
                                ORDER BY sheet_id, revision_major DESC\
                                """)
                        .map((rs, _) -> row(rs))
                        .forEach(row -> {
                            if (row.event() instanceof RowObserved observed) {
                                names.put(observed.row().sheetId().value(), observed.sheetName());
                            }
                        }));
        return names;
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
                        .map((rs, _) -> row(rs))
                        .forEach(row -> found.put(row.event().row(), row)));
        return found;
    }

    private static SourceRow row(ResultSet rs) throws SQLException {
        return new SourceRow(
                WireJson.read(rs.getString("event"), RowEvent.class), rs.getLong("revision_major"));
    }
}
