package io.tieout.invoice.drafts;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ProposalId;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What audit last said about our proposals.
@ApplicationScoped
class States {
    private final Jdbi jdbi;

    States(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Stores the state if this is newer than what is there; false otherwise.
    boolean apply(ProposalState state) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO proposal_states AS s (proposal_id, audit_sequence, state)
                                        VALUES (:id, :sequence, CAST(:state AS jsonb))
                                        ON CONFLICT (proposal_id) DO UPDATE SET audit_sequence = excluded.audit_sequence, state = excluded.state
                                        WHERE s.audit_sequence < excluded.audit_sequence\
                                        """)
                                .bind("id", state.proposal().proposalId().value())
                                .bind("sequence", state.auditSequence())
                                .bind("state", WireJson.text(state))
                                .execute()
                        == 1);
    }

    @Nullable ProposalState find(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT state FROM proposal_states WHERE proposal_id = :id")
                        .bind("id", proposal.value())
                        .mapTo(String.class)
                        .findOne()
                        .map(json -> WireJson.read(json, ProposalState.class))
                        .orElse(null));
    }
}
