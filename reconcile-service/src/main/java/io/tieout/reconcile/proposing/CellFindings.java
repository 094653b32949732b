package io.tieout.reconcile.proposing;

import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// The table `cell_findings`: what was last said of rows of which cells cannot be read.
@ApplicationScoped
class CellFindings {
    private final Jdbi jdbi;

    CellFindings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param open false once all can be read
    record OnRecord(RowRef row, boolean open, String title, String detail, Instant foundAt) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Map<RowRef, OnRecord> of(RealmId realm) {
        return byRow(
                jdbi.withHandle(handle ->
                        handle.createQuery("SELECT * FROM cell_findings WHERE realm = :realm")
                                .bind("realm", realm.value())
                                .map((rs, _) -> onRecord(rs))
                                .list()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Map<RowRef, OnRecord> of(RealmId realm, Collection<RowRef> rows) {
        return rows.isEmpty()
                ? new HashMap<>()
                : byRow(
                        jdbi.withHandle(handle ->
                                handle.createQuery(
                                                """
                                                SELECT c.* FROM unnest(:sheets, :rows) AS asked (sheet_id, row_id)
                                                JOIN cell_findings c ON c.realm = :realm AND c.sheet_id = asked.sheet_id
                                                    AND c.row_id = asked.row_id\
                                                """)
                                        .bind("realm", realm.value())
                                        .bindArray(
                                                "sheets",
                                                String.class,
                                                rows.stream()
                                                        .map(row -> row.sheetId().value())
                                                        .toArray())
                                        .bindArray(
                                                "rows",
                                                String.class,
                                                rows.stream()
                                                        .map(row -> row.rowId().value())
                                                        .toArray())
                                        .map((rs, _) -> onRecord(rs))
                                        .list()));
    }

    private static Map<RowRef, OnRecord> byRow(List<OnRecord> all) {
        Map<RowRef, OnRecord> byRow = new HashMap<>();
        all.forEach(one -> byRow.put(one.row(), one));
        return byRow;
    }

    private static OnRecord onRecord(ResultSet rs) throws SQLException {
        return new OnRecord(
                new RowRef(
                        new SheetId(rs.getString("sheet_id")), new RowId(rs.getString("row_id"))),
                rs.getBoolean("open"),
                rs.getString("title"),
                rs.getString("detail"),
                rs.getTimestamp("found_at").toInstant());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(RealmId realm, OnRecord now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO cell_findings (realm, sheet_id, row_id, open, title, detail, found_at)
                                VALUES (:realm, :sheet, :row, :open, :title, :detail, :at)
                                ON CONFLICT (realm, sheet_id, row_id) DO UPDATE
                                SET open = excluded.open, title = excluded.title, detail = excluded.detail, found_at = excluded.found_at\
                                """)
                        .bind("realm", realm.value())
                        .bind("sheet", now.row().sheetId().value())
                        .bind("row", now.row().rowId().value())
                        .bind("open", now.open())
                        .bind("title", now.title())
                        .bind("detail", now.detail())
                        .bind("at", now.foundAt())
                        .execute());
    }
}
