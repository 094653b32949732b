package io.tieout.ingest.subscription;

import io.tieout.connectors.Secret;
import io.tieout.connectors.smartsheet.Webhook;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The webhooks that are ours, one active one per sheet.
@ApplicationScoped
public class Hooks {
    private final Jdbi jdbi;
    private final SecretBox box;

    Hooks(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
    }

    /// An active webhook of ours.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Hook> find(WebhookId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM webhooks WHERE active AND webhook_id = :id")
                        .bind("id", id.value())
                        .map((rs, _) -> hook(rs))
                        .findOne());
    }

    /// A webhook of ours, even one that another has taken the place of: of several on one sheet
    /// Smartsheet fires the oldest, which the account that calls now may not see.
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Hook> everMade(WebhookId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM webhooks WHERE webhook_id = :id")
                        .bind("id", id.value())
                        .map((rs, _) -> hook(rs))
                        .findOne());
    }

    /// All active webhooks, at most `limit`.
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Hook> active(int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM webhooks WHERE active ORDER BY webhook_id LIMIT :limit")
                        .bind("limit", limit)
                        .map((rs, _) -> hook(rs))
                        .list());
    }

    /// Makes this the sheet's webhook in place of any other.
    void put(SheetId sheet, Webhook webhook, Secret secret, Instant now) {
        retire(sheet);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO webhooks (webhook_id, sheet_id, secret, callback_url, status, created_at)
                                VALUES (:id, :sheet, :secret, :url, :status, :now)
                                ON CONFLICT (webhook_id) DO UPDATE
                                SET active = true, secret = excluded.secret, callback_url = excluded.callback_url, status = excluded.status,
                                    sheet_id = excluded.sheet_id, failures = 0, tried_at = NULL\
                                """)
                        .bind("id", webhook.id().value())
                        .bind("sheet", sheet.value())
                        .bind("secret", box.seal(secret, webhook.id().value()))
                        .bind("url", webhook.callbackUrl())
                        .bind("status", webhook.status())
                        .bind("now", now)
                        .execute());
    }

    void retire(SheetId sheet) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE webhooks SET active = false WHERE active AND sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .execute());
    }

    /// What Smartsheet says of it; nothing has failed since it was alive.
    void status(WebhookId id, String status) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE webhooks SET status = :status,
                                       failures = CASE WHEN :status = 'ENABLED' THEN 0 ELSE failures END,
                                       tried_at = CASE WHEN :status = 'ENABLED' THEN NULL ELSE tried_at END
                                WHERE webhook_id = :id\
                                """)
                        .bind("status", status)
                        .bind("id", id.value())
                        .execute());
    }

    void failed(WebhookId id, String status, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE webhooks SET status = :status, failures = failures + 1, tried_at = :now
                                WHERE webhook_id = :id\
                                """)
                        .bind("status", status)
                        .bind("now", now)
                        .bind("id", id.value())
                        .execute());
    }

    private Hook hook(ResultSet row) throws SQLException {
        String id = row.getString("webhook_id");
        Timestamp triedAt = row.getTimestamp("tried_at");
        return new Hook(
                new WebhookId(id),
                new SheetId(row.getString("sheet_id")),
                box.open(row.getBytes("secret"), id),
                row.getString("status"),
                row.getInt("failures"),
                triedAt == null ? null : triedAt.toInstant());
    }
}
