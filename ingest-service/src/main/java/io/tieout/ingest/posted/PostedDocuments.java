package io.tieout.ingest.posted;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ProposalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The table of the same name.
@ApplicationScoped
class PostedDocuments {
    private static final RowMapper<Posted> POSTED =
            (rs, _) ->
                    new Posted(
                            new ProposalId(rs.getObject("proposal_id", UUID.class)),
                            rs.getString("reference"),
                            facts(rs.getString("sent")),
                            facts(rs.getString("stored")),
                            facts(rs.getString("seen")));

    private final Jdbi jdbi;

    PostedDocuments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What is known of a document.
    ///
    /// @param sent what we sent
    /// @param stored what QuickBooks made of it, before anybody touched it
    /// @param seen what it says now
    record Posted(
            ProposalId proposalId,
            @Nullable String reference,
            @Nullable PostedFacts sent,
            @Nullable PostedFacts stored,
            @Nullable PostedFacts seen) {
        /// What it said when it was posted, as far as that is known.
        @Nullable PostedFacts before() {
            return sent == null || stored == null ? sent : stored;
        }
    }

    Posted sent(DocumentKey key, ProposalId proposal, String reference, PostedFacts facts) {
        return put(key, proposal, reference, WireJson.text(facts), null, null);
    }

    /// @param untouched whether it is at its first version
    Posted seen(DocumentKey key, ProposalId proposal, PostedFacts facts, boolean untouched) {
        String text = WireJson.text(facts);
        return put(key, proposal, null, null, untouched ? text : null, text);
    }

    Optional<Posted> find(DocumentKey key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT * FROM posted_documents
                                WHERE realm = :realm AND entity_type = :type AND document_id = :id\
                                """)
                        .bind("realm", key.realm().value())
                        .bind("type", key.type().wireName())
                        .bind("id", key.id().value())
                        .map(POSTED)
                        .findOne());
    }

    private Posted put(
            DocumentKey key,
            ProposalId proposal,
            @Nullable String reference,
            @Nullable String sent,
            @Nullable String stored,
            @Nullable String seen) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                INSERT INTO posted_documents AS p
                                    (realm, entity_type, document_id, proposal_id, reference, sent, stored, seen)
                                VALUES (:realm, :type, :id, :proposal, :reference, :sent, :stored, :seen)
                                ON CONFLICT (realm, entity_type, document_id) DO UPDATE
                                SET reference = COALESCE(excluded.reference, p.reference),
                                    sent = COALESCE(excluded.sent, p.sent),
                                    stored = COALESCE(p.stored, excluded.stored),
                                    seen = COALESCE(excluded.seen, p.seen)
                                RETURNING *\
                                """)
                        .bind("realm", key.realm().value())
                        .bind("type", key.type().wireName())
                        .bind("id", key.id().value())
                        .bind("proposal", proposal.value())
                        .bind("reference", reference)
                        .bind("sent", sent)
                        .bind("stored", stored)
                        .bind("seen", seen)
                        .map(POSTED)
                        .one());
    }

    private static @Nullable PostedFacts facts(@Nullable String json) {
        return json == null ? null : WireJson.read(json, PostedFacts.class);
    }
}
