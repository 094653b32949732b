package io.tieout.audit.desk;

import io.tieout.audit.proposal.Life;
import io.tieout.audit.proposal.Standing;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ProposalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The proposals and where each stands.
@ApplicationScoped
class Lives {
    private final Jdbi jdbi;

    Lives(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Reads a proposal and keeps others from changing it until the transaction ends.
    Optional<Life> lock(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT life FROM proposals WHERE proposal_id = CAST(:id AS uuid) FOR UPDATE")
                        .bind("id", proposal.toString())
                        .map((rs, _) -> WireJson.read(rs.getString("life"), Life.class))
                        .findOne());
    }

    void save(Life life, long auditSequence, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO proposals (proposal_id, realm, reference, revision, status, audit_sequence, life, changed_at)
                                VALUES (CAST(:id AS uuid), :realm, :reference, :revision, :status, :sequence, :life, :at)
                                ON CONFLICT (proposal_id) DO UPDATE SET
                                    reference = excluded.reference, revision = excluded.revision, status = excluded.status,
                                    audit_sequence = excluded.audit_sequence, life = excluded.life, changed_at = excluded.changed_at\
                                """)
                        .bind("id", life.proposal().proposalId().toString())
                        .bind("realm", life.proposal().realmId().value())
                        .bind("reference", life.proposal().reference())
                        .bind("revision", life.proposal().revision())
                        .bind("status", Standing.of(life).name())
                        .bind("sequence", auditSequence)
                        .bind("life", WireJson.text(life))
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute());
    }

    long count(String status) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM proposals WHERE status = :status")
                        .bind("status", status)
                        .mapTo(Long.class)
                        .one());
    }
}
