package io.tieout.invoice.findings;

import io.tieout.invoice.rows.Rows;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The findings table, and which rows each finding is about.
@ApplicationScoped
class FindingRows {
    private final Jdbi jdbi;

    FindingRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<StoredFinding> find(FindingId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM findings WHERE finding_id = :id FOR UPDATE")
                        .bind("id", id.value())
                        .map((rs, _) -> finding(rs))
                        .findOne());
    }

    List<StoredFinding> open(String scope) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM findings WHERE scope = :scope AND open ORDER BY finding_id FOR UPDATE")
                        .bind("scope", scope)
                        .map((rs, _) -> finding(rs))
                        .list());
    }

    void store(StoredFinding finding) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO findings (finding_id, scope, realm, kind, open, occurrence, changed_ms, fingerprint, title, opened_at,
                                    notice_id, notice_revision, notice_reference)
                                VALUES (:id, :scope, :realm, :kind, :open, :occurrence, :changed, :fingerprint, :title, :opened,
                                    CAST(:notice AS uuid), :noticeRevision, :noticeReference)
                                ON CONFLICT (finding_id) DO UPDATE SET open = excluded.open, occurrence = excluded.occurrence,
                                    changed_ms = excluded.changed_ms, fingerprint = excluded.fingerprint, title = excluded.title,
                                    opened_at = excluded.opened_at, notice_id = excluded.notice_id,
                                    notice_revision = excluded.notice_revision, notice_reference = excluded.notice_reference\
                                """)
                        .bind("id", finding.id().value())
                        .bind("scope", finding.scope())
                        .bind("realm", finding.realm().value())
                        .bind("kind", finding.kind().name())
                        .bind("open", finding.open())
                        .bind("occurrence", finding.occurrence())
                        .bind("changed", finding.changedMillis())
                        .bind("fingerprint", finding.fingerprint())
                        .bind("title", finding.title())
                        .bind("opened", finding.openedAt())
                        .bind(
                                "notice",
                                finding.noticeId() == null ? null : finding.noticeId().value())
                        .bind("noticeRevision", finding.noticeRevision())
                        .bind("noticeReference", finding.noticeReference())
                        .execute());
    }

    List<RowRef> rows(FindingId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT sheet_id, row_id FROM finding_rows WHERE finding_id = :id ORDER BY sheet_id, row_id")
                        .bind("id", id.value())
                        .map((rs, _) -> Rows.ref(rs))
                        .list());
    }

    void replaceRows(FindingId id, List<RowRef> rows) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM finding_rows WHERE finding_id = ?", id.value());
            for (RowRef row : rows) {
                handle.execute(
                        "INSERT INTO finding_rows (finding_id, sheet_id, row_id) VALUES (?, ?, ?)",
                        id.value(),
                        row.sheetId().value(),
                        row.rowId().value());
            }
        });
    }

    /// Whether another open finding has written its note on the row.
    boolean hasOther(FindingId id, RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT 1 FROM finding_rows r JOIN findings f USING (finding_id)
                                WHERE f.open AND f.finding_id <> :id AND r.sheet_id = :sheet AND r.row_id = :row LIMIT 1\
                                """)
                        .bind("id", id.value())
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    String nextReference() {
        return jdbi.withHandle(handle ->
                "TN-%06d"
                        .formatted(
                                handle.createQuery("SELECT nextval('notice_numbers')")
                                        .mapTo(Long.class)
                                        .one()));
    }

    private static StoredFinding finding(ResultSet rs) throws SQLException {
        UUID notice = rs.getObject("notice_id", UUID.class);
        return new StoredFinding(
                new FindingId(rs.getString("finding_id")),
                rs.getString("scope"),
                new RealmId(rs.getString("realm")),
                FindingKind.valueOf(rs.getString("kind")),
                rs.getBoolean("open"),
                rs.getInt("occurrence"),
                rs.getLong("changed_ms"),
                rs.getString("fingerprint"),
                rs.getString("title"),
                instant(rs),
                notice == null ? null : new ProposalId(notice),
                rs.getInt("notice_revision"),
                rs.getString("notice_reference"));
    }

    private static Instant instant(ResultSet rs) throws SQLException {
        return rs.getTimestamp("opened_at").toInstant();
    }
}
