package io.tieout.ingest.approval;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The proposals that wait for a decision, and the rows they are about; a projection of proposal
/// states.
@ApplicationScoped
class AwaitedDecisions {
    private final Jdbi jdbi;

    /// A proposal that waits, and the chain of events that it belongs to.
    record Awaited(ProposalState state, CorrelationId correlation) {}

    AwaitedDecisions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Applies the state if it is newer; false when it is not.
    boolean apply(ProposalState state, boolean awaiting, CorrelationId correlation) {
        UUID id = state.proposal().proposalId().value();
        boolean newer =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO awaited_decisions AS a (proposal_id, audit_sequence, awaiting, correlation_id, state)
                                                VALUES (:id, :sequence, :awaiting, :correlation, :state)
                                                ON CONFLICT (proposal_id) DO UPDATE
                                                SET audit_sequence = excluded.audit_sequence, awaiting = excluded.awaiting,
                                                    correlation_id = excluded.correlation_id, state = excluded.state
                                                WHERE a.audit_sequence < excluded.audit_sequence\
                                                """)
                                        .bind("id", id)
                                        .bind("sequence", state.auditSequence())
                                        .bind("awaiting", awaiting)
                                        .bind("correlation", correlation.value())
                                        .bind("state", awaiting ? WireJson.text(state) : "")
                                        .execute()
                                == 1);
        if (newer) {
            rows(id, awaiting ? state.proposal().rows() : Set.of());
        }
        return newer;
    }

    private void rows(UUID id, Collection<RowRef> rows) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM awaited_rows WHERE proposal_id = :id")
                    .bind("id", id)
                    .execute();
            if (rows.isEmpty()) {
                return;
            }
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            INSERT INTO awaited_rows (sheet_id, row_id, proposal_id)
                            VALUES (:sheet, :row, :id) ON CONFLICT DO NOTHING\
                            """);
            for (RowRef row : rows) {
                batch.bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .bind("id", id)
                        .add();
            }
            batch.execute();
        });
    }

    /// The proposal, if it still waits.
    Optional<Awaited> find(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT state, correlation_id FROM awaited_decisions WHERE proposal_id = :id AND awaiting")
                        .bind("id", proposal.value())
                        .map((rs, _) ->
                                new Awaited(
                                        WireJson.read(rs.getString("state"), ProposalState.class),
                                        new CorrelationId(rs.getString("correlation_id"))))
                        .findOne());
    }

    /// The waiting proposals that one of these rows belongs to.
    Set<ProposalId> awaitingRows(Collection<RowRef> rows) {
        Set<ProposalId> proposals = new LinkedHashSet<>();
        if (rows.isEmpty() || nothingAwaited()) {
            return proposals;
        }
        for (RowRef row : rows) {
            jdbi.useHandle(handle ->
                    handle.createQuery(
                                    "SELECT proposal_id FROM awaited_rows WHERE sheet_id = :sheet AND row_id = :row")
                            .bind("sheet", row.sheetId().value())
                            .bind("row", row.rowId().value())
                            .mapTo(UUID.class)
                            .forEach(id -> proposals.add(new ProposalId(id))));
        }
        return proposals;
    }

    private boolean nothingAwaited() {
        return jdbi.withHandle(handle ->
                !handle.createQuery("SELECT EXISTS (SELECT 1 FROM awaited_rows)")
                        .mapTo(Boolean.class)
                        .one());
    }
}
