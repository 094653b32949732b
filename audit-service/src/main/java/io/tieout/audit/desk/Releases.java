package io.tieout.audit.desk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tieout.audit.proposal.Life;
import io.tieout.kit.json.WireJson;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Every effect that was released, and what came of it. The unique key stands behind the promise
/// that an effect of a revision is released once.
@ApplicationScoped
class Releases {
    /// One released effect as others see it.
    ///
    /// @param effect the resolved effect as canonical as it was signed
    record Released(
            long position,
            String proposalId,
            int revision,
            String effectId,
            String realm,
            long sequence,
            String type,
            String target,
            String reference,
            String resolvedHash,
            @JsonRawValue String effect,
            Instant releasedAt,
            String status,
            @JsonRawValue @Nullable String outcome) {}

    private final Jdbi jdbi;

    Releases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(EffectReleased released, EffectState state, Instant at) {
        Receipt receipt = released.receipt();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO releases (proposal_id, revision, effect_id, realm, sequence, type, target, reference,
                                    resolved_hash, resolved, released_at, status)
                                VALUES (CAST(:proposal AS uuid), :revision, :effect, :realm, :sequence, :type, :target, :reference,
                                    :hash, :resolved, :at, :status)\
                                """)
                        .bind("proposal", receipt.proposalId().toString())
                        .bind("revision", receipt.revision())
                        .bind("effect", receipt.effectId().value())
                        .bind("realm", receipt.realmId().value())
                        .bind("sequence", receipt.auditSequence())
                        .bind("type", state.type())
                        .bind("target", state.target())
                        .bind("reference", released.reference())
                        .bind("hash", receipt.resolvedHash())
                        .bind("resolved", WireJson.text(released.effect()))
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("status", state.status().name())
                        .execute());
    }

    void changed(Life life, EffectState state) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE releases SET status = :status, outcome = :outcome
                                WHERE proposal_id = CAST(:proposal AS uuid) AND revision = :revision AND effect_id = :effect\
                                """)
                        .bind("status", state.status().name())
                        .bind("outcome", WireJson.text(state))
                        .bind("proposal", life.proposal().proposalId().toString())
                        .bind("revision", life.proposal().revision())
                        .bind("effect", state.effectId().value())
                        .execute());
    }

    List<Released> after(long position, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM releases WHERE position > :after ORDER BY position LIMIT :limit")
                        .bind("after", position)
                        .bind("limit", limit)
                        .map((rs, _) ->
                                new Released(
                                        rs.getLong("position"),
                                        rs.getString("proposal_id"),
                                        rs.getInt("revision"),
                                        rs.getString("effect_id"),
                                        rs.getString("realm"),
                                        rs.getLong("sequence"),
                                        rs.getString("type"),
                                        rs.getString("target"),
                                        rs.getString("reference"),
                                        rs.getString("resolved_hash"),
                                        rs.getString("resolved"),
                                        rs.getObject("released_at", OffsetDateTime.class)
                                                .toInstant(),
                                        rs.getString("status"),
                                        rs.getString("outcome")))
                        .list());
    }
}
