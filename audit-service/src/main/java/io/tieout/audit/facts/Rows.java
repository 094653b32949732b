package io.tieout.audit.facts;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
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
import org.jspecify.annotations.Nullable;

/// The rows of all sheets as they are now.
@ApplicationScoped
public class Rows {
    private static final String COLUMNS =
            "major, minor, gone, payload, inputs FROM sheet_rows WHERE ";

    private final Jdbi jdbi;

    Rows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Takes the event over if it is newer than what is known.
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(SourceRevision revision, RowEvent event) {
        Optional<KnownRow> known = find(event.row());
        if (known.isPresent() && known.get().revision().compareTo(revision) >= 0) {
            return;
        }
        switch (event) {
            case RowObserved observed ->
                    store(
                            revision,
                            observed,
                            false,
                            known.map(KnownRow::inputs)
                                    .orElse(RowInputs.NONE)
                                    .seen(revision.major(), observed.fields()));
            case RowGone _ ->
                    known.ifPresent(row -> store(revision, row.row(), true, row.inputs()));
        }
    }

    private void store(SourceRevision revision, RowObserved row, boolean gone, RowInputs inputs) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO sheet_rows (sheet_id, row_id, realm, role, project, major, minor, gone, payload, inputs)
                                VALUES (:sheet, :row, :realm, :role, :project, :major, :minor, :gone, :payload, :inputs)
                                ON CONFLICT (sheet_id, row_id) DO UPDATE SET
                                    realm = excluded.realm, role = excluded.role, project = excluded.project,
                                    major = excluded.major, minor = excluded.minor, gone = excluded.gone,
                                    payload = excluded.payload, inputs = excluded.inputs
                                WHERE (sheet_rows.major, sheet_rows.minor) < (excluded.major, excluded.minor)\
                                """)
                        .bind("sheet", row.row().sheetId().value())
                        .bind("row", row.row().rowId().value())
                        .bind("realm", row.realmId().value())
                        .bind("role", row.role().name())
                        .bind("project", projectName(row.fields()))
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .bind("gone", gone)
                        .bind("payload", WireJson.text(row))
                        .bind("inputs", WireJson.text(inputs))
                        .execute());
    }

    private static @Nullable String projectName(RowFields fields) {
        return fields instanceof ProjectFields project && project.project() != null
                ? Names.normal(project.project())
                : null;
    }

    public Optional<KnownRow> find(RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT " + COLUMNS + "sheet_id = :sheet AND row_id = :row")
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) -> read(rs))
                        .findOne());
    }

    /// Those of the rows that audit has seen.
    public Map<RowRef, KnownRow> find(Collection<RowRef> rows) {
        Map<RowRef, KnownRow> found = new HashMap<>();
        rows.forEach(row -> find(row).ifPresent(known -> found.put(row, known)));
        return Map.copyOf(found);
    }

    /// The rows of project sheets that speak of the project with this name.
    public List<KnownRow> ofProject(RealmId realm, String project) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT "
                                        + COLUMNS
                                        + "realm = :realm AND role = :role AND left(project, 200) = left(:project, 200) AND project = :project AND NOT gone")
                        .bind("realm", realm.value())
                        .bind("role", SheetRole.PROJECTS.name())
                        .bind("project", Names.normal(project))
                        .map((rs, _) -> read(rs))
                        .list());
    }

    private static KnownRow read(ResultSet rs) throws SQLException {
        return new KnownRow(
                WireJson.read(rs.getString("payload"), RowObserved.class),
                new SourceRevision(rs.getLong("major"), rs.getLong("minor")),
                rs.getBoolean("gone"),
                WireJson.read(rs.getString("inputs"), RowInputs.class));
    }
}
