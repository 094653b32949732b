package io.tieout.reconcile.telling;

import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.reconcile.engine.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The tables `told_rows` and `review_tasks`.
@ApplicationScoped
class Told {
    private final Jdbi jdbi;

    Told(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The category that was last told of each row, of rows that still differ.
    @Transactional
    Map<RowRef, Category> commented(RealmId realm) {
        Map<RowRef, Category> commented = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM told_rows WHERE realm = :realm AND category IS NOT NULL")
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                Map.entry(
                                        new RowRef(
                                                new SheetId(rs.getString("sheet_id")),
                                                new RowId(rs.getString("row_id"))),
                                        Category.valueOf(rs.getString("category"))))
                        .forEach(entry -> commented.put(entry.getKey(), entry.getValue())));
        return commented;
    }

    @Transactional
    Map<String, Task> tasks(RealmId realm) {
        Map<String, Task> tasks = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery("SELECT * FROM review_tasks WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) -> task(rs))
                        .forEach(task -> tasks.put(task.lineId(), task)));
        return tasks;
    }

    /// Remembers that the row is told this; which comment of the row it is.
    @Transactional(Transactional.TxType.MANDATORY)
    int comment(RealmId realm, RowRef row, Category category) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                INSERT INTO told_rows AS t (realm, sheet_id, row_id, category, revision)
                                VALUES (:realm, :sheet, :row, :category, 1)
                                ON CONFLICT (realm, sheet_id, row_id) DO UPDATE
                                SET category = excluded.category, revision = t.revision + 1
                                RETURNING revision\
                                """)
                        .bind("realm", realm.value())
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .bind("category", category.name())
                        .mapTo(Integer.class)
                        .one());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void silence(RealmId realm, RowRef row) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE told_rows SET category = NULL
                                WHERE realm = :realm AND sheet_id = :sheet AND row_id = :row\
                                """)
                        .bind("realm", realm.value())
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .execute());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(RealmId realm, Task task) {
        Category mailed = task.mailed();
        ProposalId adding = task.adding();
        RowId row = task.rowId();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO review_tasks (realm, line_id, external_id, open, row_id, adding, cells, mailed)
                                VALUES (:realm, :line, :external, :open, :row, CAST(:adding AS uuid), :cells, :mailed)
                                ON CONFLICT (realm, line_id) DO UPDATE
                                SET open = excluded.open, row_id = excluded.row_id, adding = excluded.adding,
                                    cells = excluded.cells, mailed = excluded.mailed\
                                """)
                        .bind("realm", realm.value())
                        .bind("line", task.lineId())
                        .bind("external", TaskCells.externalId(realm, task.lineId()))
                        .bind("open", task.open())
                        .bind("row", row == null ? null : row.value())
                        .bind("adding", adding == null ? null : adding.toString())
                        .bind("cells", task.cells())
                        .bind("mailed", mailed == null ? null : mailed.name())
                        .execute());
    }

    /// The task that this proposal adds has this row now; false if another one adds it.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean added(RealmId realm, ProposalId adding, String externalId, RowId row) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        UPDATE review_tasks SET row_id = :row, adding = NULL
                                        WHERE realm = :realm AND external_id = :external AND adding = :adding\
                                        """)
                                .bind("realm", realm.value())
                                .bind("external", externalId)
                                .bind("adding", adding.value())
                                .bind("row", row.value())
                                .execute()
                        == 1);
    }

    /// The proposal came to nothing: its tasks may be added by another one.
    @Transactional(Transactional.TxType.MANDATORY)
    void notAdded(RealmId realm, ProposalId adding) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE review_tasks SET adding = NULL, cells = ''
                                WHERE realm = :realm AND adding = :adding AND row_id IS NULL\
                                """)
                        .bind("realm", realm.value())
                        .bind("adding", adding.value())
                        .execute());
    }

    private static Task task(ResultSet rs) throws SQLException {
        String row = rs.getString("row_id");
        UUID adding = rs.getObject("adding", UUID.class);
        return new Task(
                rs.getString("line_id"),
                rs.getBoolean("open"),
                row == null ? null : new RowId(row),
                adding == null ? null : new ProposalId(adding),
                rs.getString("cells"),
                category(rs.getString("mailed")));
    }

    private static @Nullable Category category(@Nullable String name) {
        return name == null ? null : Category.valueOf(name);
    }
}
