package io.tieout.audit.hearing;

import io.tieout.audit.facts.Names;
import io.tieout.audit.review.Facts;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RowCitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Which row occurrences an invoice has been released for. The primary key is the last word: a row
/// occurrence is released once.
@ApplicationScoped
public class Billed {
    private final Jdbi jdbi;

    Billed(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Takes the rows for the proposal; false if another one has any of them.
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean take(
            ProposalId proposal,
            RealmId realm,
            @Nullable String project,
            Map<RowCitation, Quantity> rows) {
        return jdbi.withHandle(handle -> {
            int taken = 0;
            for (Map.Entry<RowCitation, Quantity> row : rows.entrySet()) {
                taken += insert(handle, proposal, realm, project, row.getKey(), row.getValue());
            }
            return taken == rows.size();
        });
    }

    private static int insert(
            Handle handle,
            ProposalId proposal,
            RealmId realm,
            @Nullable String project,
            RowCitation citation,
            Quantity hours) {
        return handle.createUpdate(
                        """
                        INSERT INTO billed_rows (sheet_id, row_id, occurrence, proposal_id, realm, project, hours)
                        VALUES (:sheet, :row, :occurrence, CAST(:proposal AS uuid), :realm, :project, :hours)
                        ON CONFLICT (sheet_id, row_id, occurrence) DO UPDATE SET hours = excluded.hours
                        WHERE billed_rows.proposal_id = excluded.proposal_id\
                        """)
                .bind("sheet", citation.row().sheetId().value())
                .bind("row", citation.row().rowId().value())
                .bind("occurrence", citation.occurrence())
                .bind("proposal", proposal.toString())
                .bind("realm", realm.value())
                .bind("project", project == null ? null : Names.normal(project))
                .bind("hours", hours.value())
                .execute();
    }

    /// Gives the rows back after an invoice that did not come about.
    @Transactional(Transactional.TxType.MANDATORY)
    public void free(ProposalId proposal) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "DELETE FROM billed_rows WHERE proposal_id = CAST(:proposal AS uuid)")
                        .bind("proposal", proposal.toString())
                        .execute());
    }

    Map<Facts.BilledRow, ProposalId> elsewhere(List<RowCitation> citations, ProposalId than) {
        Map<Facts.BilledRow, ProposalId> found = new HashMap<>();
        jdbi.useHandle(handle -> {
            for (RowCitation citation : citations) {
                handle.createQuery(
                                """
                                SELECT proposal_id FROM billed_rows
                                WHERE sheet_id = :sheet AND row_id = :row AND occurrence = :occurrence
                                AND proposal_id <> CAST(:than AS uuid)\
                                """)
                        .bind("sheet", citation.row().sheetId().value())
                        .bind("row", citation.row().rowId().value())
                        .bind("occurrence", citation.occurrence())
                        .bind("than", than.toString())
                        .mapTo(String.class)
                        .findOne()
                        .ifPresent(id ->
                                found.put(
                                        new Facts.BilledRow(citation.row(), citation.occurrence()),
                                        ProposalId.of(id)));
            }
        });
        return found;
    }

    Quantity hours(RealmId realm, String project, ProposalId without) {
        return jdbi.withHandle(handle ->
                new Quantity(
                        handle.createQuery(
                                        """
                                        SELECT coalesce(sum(hours), 0) FROM billed_rows
                                        WHERE realm = :realm AND left(project, 200) = left(:project, 200) AND project = :project
                                          AND proposal_id <> CAST(:without AS uuid)\
                                        """)
                                .bind("realm", realm.value())
                                .bind("project", Names.normal(project))
                                .bind("without", without.toString())
                                .mapTo(BigDecimal.class)
                                .one()));
    }
}
