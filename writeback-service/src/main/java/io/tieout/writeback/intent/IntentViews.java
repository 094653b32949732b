package io.tieout.writeback.intent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads intents for people and tests.
@ApplicationScoped
class IntentViews {
    private final Jdbi jdbi;

    IntentViews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// An intent as it is shown.
    record IntentView(
            UUID id,
            String kind,
            String target,
            String status,
            String requestId,
            @Nullable String batchId,
            int attempts,
            @Nullable String lastError,
            Instant createdAt,
            Instant sentAt,
            @Nullable Instant answeredAt,
            String request,
            List<ItemView> items) {}

    /// An item as it is shown.
    record ItemView(
            String proposalId,
            int revision,
            String effectId,
            String part,
            @Nullable String bId,
            String status,
            @Nullable String errorCode,
            @Nullable String message) {}

    @Transactional
    List<IntentView> newest(String status, String proposal, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT * FROM intents
                                WHERE (:status = '' OR status = :status)
                                  AND (:proposal = '' OR id IN (
                                      SELECT i.intent_id FROM intent_items i JOIN effects e ON e.id = i.effect
                                      WHERE e.proposal_id::text = :proposal))
                                ORDER BY created_at DESC, id DESC LIMIT :limit\
                                """)
                        .bind("status", status)
                        .bind("proposal", proposal)
                        .bind("limit", limit)
                        .map((rs, _) -> {
                            UUID id = rs.getObject("id", UUID.class);
                            java.sql.Timestamp answered = rs.getTimestamp("answered_at");
                            return new IntentView(
                                    id,
                                    rs.getString("kind"),
                                    rs.getString("lane_kind") + ":" + rs.getString("lane_key"),
                                    rs.getString("status"),
                                    rs.getString("request_id"),
                                    rs.getString("batch_id"),
                                    rs.getInt("attempts"),
                                    rs.getString("last_error"),
                                    rs.getTimestamp("created_at").toInstant(),
                                    rs.getTimestamp("sent_at").toInstant(),
                                    answered == null ? null : answered.toInstant(),
                                    rs.getString("request"),
                                    items(handle, id));
                        })
                        .list());
    }

    private static List<ItemView> items(Handle handle, UUID intent) {
        return handle.createQuery(
                        """
                        SELECT e.proposal_id, e.revision, e.effect_id, i.* FROM intent_items i
                        JOIN effects e ON e.id = i.effect WHERE i.intent_id = :id ORDER BY i.position\
                        """)
                .bind("id", intent)
                .map((rs, _) ->
                        new ItemView(
                                rs.getString("proposal_id"),
                                rs.getInt("revision"),
                                rs.getString("effect_id"),
                                rs.getString("part"),
                                rs.getString("b_id"),
                                rs.getString("status"),
                                rs.getString("error_code"),
                                rs.getString("message")))
                .list();
    }
}
