package io.tieout.kit.outbox;

import io.tieout.kit.store.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The outbox table as the relay sees it.
@ApplicationScoped
class OutboxRows {
    /// One unsent event.
    record Row(long id, String topic, String key, String event) {}

    private final Jdbi jdbi;
    private final ServiceConfig config;

    OutboxRows(Jdbi jdbi, ServiceConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /// The oldest unsent rows, while no other copy of the service is relaying; empty otherwise.
    /// Holds the lock until the transaction ends.
    List<Row> claim() {
        return jdbi.withHandle(handle -> {
            boolean mine =
                    handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtext(:name))")
                            .bind("name", Outbox.channel(config))
                            .mapTo(Boolean.class)
                            .one();
            if (!mine) {
                return List.of();
            }
            return handle.createQuery(
                            """
                            SELECT id, topic, record_key, event FROM outbox
                            WHERE sent_at IS NULL ORDER BY id LIMIT :limit\
                            """)
                    .bind("limit", config.relay().batchMax())
                    .map((rs, _) ->
                            new Row(
                                    rs.getLong("id"),
                                    rs.getString("topic"),
                                    rs.getString("record_key"),
                                    rs.getString("event")))
                    .list();
        });
    }

    void sent(Collection<Long> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle ->
                handle.createUpdate("UPDATE outbox SET sent_at = :at WHERE id IN (<ids>)")
                        .bind("at", at)
                        .bindList("ids", List.copyOf(ids))
                        .execute());
    }

    void failed(long id, String error) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE outbox SET attempts = attempts + 1, last_error = :error WHERE id = :id")
                        .bind("id", id)
                        .bind("error", error)
                        .execute());
    }

    int purge(Instant sentBefore) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("DELETE FROM outbox WHERE sent_at < :before")
                        .bind("before", sentBefore)
                        .execute());
    }

    long unsent() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                        .mapTo(Long.class)
                        .one());
    }
}
