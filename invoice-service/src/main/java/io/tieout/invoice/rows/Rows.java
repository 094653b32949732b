package io.tieout.invoice.rows;

import io.tieout.invoice.books.NameKey;
import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The projection of the sheets' rows: holds what is newest, whatever order the news come in.
@ApplicationScoped
public class Rows {
    private static final String SELECT =
            "SELECT observed, revision_major, revision_minor FROM sheet_rows WHERE present AND ";

    private final Jdbi jdbi;

    Rows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Stores the row if this is newer than what is there; false otherwise.
    public boolean apply(RowEvent event, SourceRevision revision) {
        return switch (event) {
            case RowObserved row -> store(row, revision, row.role(), row);
            case RowGone gone -> store(gone, revision, gone.role(), null);
        };
    }

    private boolean store(
            RowEvent event,
            SourceRevision revision,
            SheetRole role,
            @Nullable RowObserved observed) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO sheet_rows AS r (sheet_id, row_id, realm, role, revision_major, revision_minor,
                                            present, row_number, group_key, project_key, observed)
                                        VALUES (:sheet, :row, :realm, :role, :major, :minor, :present, :number, :group, :project,
                                            CAST(:observed AS jsonb))
                                        ON CONFLICT (sheet_id, row_id) DO UPDATE SET
                                            realm = excluded.realm, role = excluded.role,
                                            revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                            present = excluded.present, row_number = excluded.row_number,
                                            group_key = excluded.group_key, project_key = excluded.project_key,
                                            observed = excluded.observed
                                        WHERE (r.revision_major, r.revision_minor) < (excluded.revision_major, excluded.revision_minor)\
                                        """)
                                .bind("sheet", event.row().sheetId().value())
                                .bind("row", event.row().rowId().value())
                                .bind("realm", event.realmId().value())
                                .bind("role", role.name())
                                .bind("major", revision.major())
                                .bind("minor", revision.minor())
                                .bind("present", observed != null)
                                .bind("number", observed == null ? 0 : observed.rowNumber())
                                .bind("group", groupKey(observed))
                                .bind("project", projectKey(observed))
                                .bind("observed", observed == null ? null : WireJson.text(observed))
                                .execute()
                        == 1);
    }

    private static @Nullable String groupKey(@Nullable RowObserved row) {
        return row != null && RowCheck.check(row) instanceof RowStanding.Wanted(WorkGroup group)
                ? group.key()
                : null;
    }

    private static @Nullable String projectKey(@Nullable RowObserved row) {
        String project =
                row == null
                        ? null
                        : switch (row.fields()) {
                            case ProjectFields fields -> fields.project();
                            case TimesheetFields fields -> fields.project();
                            case BillingFields _, DocumentFields _, CostFields _ -> null;
                        };
        return project == null ? null : NameKey.of(project);
    }

    /// The row if it is there.
    public Optional<StoredRow> find(RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "sheet_id = :sheet AND row_id = :row")
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) -> stored(rs))
                        .findOne());
    }

    /// The group that the row is wanted in at present; absent when in none.
    public Optional<String> groupOf(RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT group_key FROM sheet_rows
                                WHERE sheet_id = :sheet AND row_id = :row AND group_key IS NOT NULL\
                                """)
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .mapTo(String.class)
                        .findOne());
    }

    /// The ready and complete rows of a group, in the order of the sheet.
    public List<StoredRow> ofGroup(String groupKey) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "group_key = :key ORDER BY row_number, row_id")
                        .bind("key", groupKey)
                        .map((rs, _) -> stored(rs))
                        .list());
    }

    /// The rows that describe a project.
    public List<ProjectFields> projects(RealmId realm, String projectKey) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                SELECT
                                        + "role = 'PROJECTS' AND realm = :realm AND left(project_key, 200) = left(:key, 200) AND project_key = :key ORDER BY sheet_id, row_number, row_id")
                        .bind("realm", realm.value())
                        .bind("key", projectKey)
                        .map((rs, _) -> stored(rs))
                        .list()
                        .stream()
                        .map(row -> row.observed().fields())
                        .filter(ProjectFields.class::isInstance)
                        .map(ProjectFields.class::cast)
                        .toList());
    }

    /// The timesheet rows of a project, in the order of their sheets.
    public List<RowObserved> timesheets(RealmId realm, String projectKey) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                SELECT
                                        + "role = 'TIMESHEETS' AND realm = :realm AND left(project_key, 200) = left(:key, 200) AND project_key = :key ORDER BY sheet_id, row_number, row_id")
                        .bind("realm", realm.value())
                        .bind("key", projectKey)
                        .map((rs, _) -> stored(rs).observed())
                        .list());
    }

    private static StoredRow stored(ResultSet rs) throws SQLException {
        return new StoredRow(
                WireJson.read(rs.getString("observed"), RowObserved.class),
                new SourceRevision(rs.getLong("revision_major"), rs.getLong("revision_minor")));
    }

    /// Reads a row's key back.
    public static RowRef ref(ResultSet rs) throws SQLException {
        return new RowRef(new SheetId(rs.getString("sheet_id")), new RowId(rs.getString("row_id")));
    }
}
