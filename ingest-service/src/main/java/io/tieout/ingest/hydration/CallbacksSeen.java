package io.tieout.ingest.hydration;

import io.tieout.model.id.WebhookId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// The nonces of callbacks that were taken.
@ApplicationScoped
class CallbacksSeen {
    private final Jdbi jdbi;

    CallbacksSeen(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Records the callback; false if it was there before.
    boolean firstTime(WebhookId webhook, String nonce, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO callbacks_seen (webhook_id, nonce, seen_at)
                                VALUES (:webhook, :nonce, :now) ON CONFLICT DO NOTHING\
                                """)
                        .bind("webhook", webhook.value())
                        .bind("nonce", nonce)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    void forgetBefore(Instant limit) {
        jdbi.useHandle(handle ->
                handle.createUpdate("DELETE FROM callbacks_seen WHERE seen_at < :limit")
                        .bind("limit", limit)
                        .execute());
    }
}
