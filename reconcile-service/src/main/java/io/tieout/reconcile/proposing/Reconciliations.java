package io.tieout.reconcile.proposing;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The table `reconciliations`.
@ApplicationScoped
class Reconciliations {
    private final Jdbi jdbi;

    Reconciliations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional
    Map<RowRef, Reconciliation> of(RealmId realm) {
        Map<RowRef, Reconciliation> all = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery("SELECT * FROM reconciliations WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) -> reconciliation(rs))
                        .forEach(known -> all.put(known.row(), known)));
        return all;
    }

    @Transactional
    Map<RowRef, Reconciliation> of(RealmId realm, Collection<RowRef> rows) {
        Map<RowRef, Reconciliation> found = new HashMap<>();
        jdbi.useHandle(handle -> {
            for (RowRef row : rows) {
                handle.createQuery(
                                "SELECT * FROM reconciliations WHERE realm = :realm AND sheet_id ="
                                        + " :sheet AND row_id = :row")
                        .bind("realm", realm.value())
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .map((rs, _) -> reconciliation(rs))
                        .forEach(known -> found.put(known.row(), known));
            }
        });
        return found;
    }

    static Reconciliation first(RealmId realm, RowRef row) {
        return new Reconciliation(
                row,
                RowProposal.idOf(realm, row),
                0,
                Cells.EMPTY,
                Cells.EMPTY,
                0,
                0,
                false,
                Reconciliation.Finding.NONE,
                "",
                "",
                null,
                null);
    }

    /// Stores what was published. What audit says stands apart and is left as it is.
    @Transactional(Transactional.TxType.MANDATORY)
    void store(RealmId realm, Reconciliation known) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO reconciliations (realm, sheet_id, row_id, proposal_id, revision, wanted_status, wanted_notes, wanted_finer,
                                                             shown_status, shown_notes, shown_finer, finding, finding_detail, finding_said, finding_kind, found_at)
                                VALUES (:realm, :sheet, :row, :proposal, :revision, :wantedStatus, :wantedNotes, :wantedFiner,
                                        :shownStatus, :shownNotes, :shownFiner, :finding, :detail, :said, :kind, :foundAt)
                                ON CONFLICT (realm, sheet_id, row_id) DO UPDATE
                                SET revision = excluded.revision,
                                    wanted_status = excluded.wanted_status, wanted_notes = excluded.wanted_notes,
                                    shown_status = excluded.shown_status, shown_notes = excluded.shown_notes,
                                    wanted_finer = excluded.wanted_finer, shown_finer = excluded.shown_finer,
                                    finding_kind = excluded.finding_kind, finding = excluded.finding, finding_detail = excluded.finding_detail,
                                    finding_said = excluded.finding_said,
                                    found_at = excluded.found_at\
                                """)
                        .bind("realm", realm.value())
                        .bind("sheet", known.row().sheetId().value())
                        .bind("row", known.row().rowId().value())
                        .bind("proposal", known.proposalId().value())
                        .bind("revision", known.revision())
                        .bind("wantedStatus", known.wanted().status())
                        .bind("wantedNotes", known.wanted().notes())
                        .bind("wantedFiner", known.wanted().finer())
                        .bind("shownFiner", known.shown().finer())
                        .bind(
                                "kind",
                                known.findingKind() == null ? null : known.findingKind().name())
                        .bind("shownStatus", known.shown().status())
                        .bind("shownNotes", known.shown().notes())
                        .bind("finding", known.finding().name())
                        .bind("detail", known.findingDetail())
                        .bind("said", known.findingSaid())
                        .bind("foundAt", known.foundAt())
                        .execute());
    }

    /// Keeps how far audit is, unless something newer is kept. A proposal that this copy does not
    /// remember is remembered from here on.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean apply(ProposalState state, RowRef row, Cells wanted, boolean ended) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO reconciliations (realm, sheet_id, row_id, proposal_id, revision, wanted_status, wanted_notes, wanted_finer,
                                                                     audit_sequence, audit_revision, refused_revision, ended)
                                        VALUES (:realm, :sheet, :row, :proposal, :revision, :status, :notes, :finer,
                                                :sequence, :revision, :refused, :ended)
                                        ON CONFLICT (realm, sheet_id, row_id) DO UPDATE
                                        SET audit_sequence = excluded.audit_sequence, audit_revision = excluded.audit_revision,
                                            refused_revision = excluded.refused_revision, ended = excluded.ended
                                        WHERE reconciliations.audit_sequence < excluded.audit_sequence\
                                        """)
                                .bind("realm", state.proposal().realmId().value())
                                .bind("sheet", row.sheetId().value())
                                .bind("row", row.rowId().value())
                                .bind("proposal", state.proposal().proposalId().value())
                                .bind("revision", state.proposal().revision())
                                .bind("status", wanted.status())
                                .bind("notes", wanted.notes())
                                .bind("finer", wanted.finer())
                                .bind("sequence", state.auditSequence())
                                .bind("refused", state.refusedRevision())
                                .bind("ended", ended)
                                .execute()
                        == 1);
    }

    private static Reconciliation reconciliation(ResultSet rs) throws SQLException {
        Timestamp foundAt = rs.getTimestamp("found_at");
        return new Reconciliation(
                new RowRef(
                        new SheetId(rs.getString("sheet_id")), new RowId(rs.getString("row_id"))),
                new ProposalId(rs.getObject("proposal_id", UUID.class)),
                rs.getInt("revision"),
                new Cells(
                        rs.getString("wanted_status"),
                        rs.getString("wanted_notes"),
                        rs.getString("wanted_finer")),
                new Cells(
                        rs.getString("shown_status"),
                        rs.getString("shown_notes"),
                        rs.getString("shown_finer")),
                rs.getInt("audit_revision"),
                rs.getInt("refused_revision"),
                rs.getBoolean("ended"),
                Reconciliation.Finding.valueOf(rs.getString("finding")),
                rs.getString("finding_detail"),
                rs.getString("finding_said"),
                rs.getString("finding_kind") == null
                        ? null
                        : FindingKind.valueOf(rs.getString("finding_kind")),
                foundAt == null ? null : foundAt.toInstant());
    }
}
