package io.tieout.kit.outbox;

import io.tieout.kit.json.WireJson;
import io.tieout.kit.store.ServiceConfig;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/// Events to publish, committed with the work that caused them: if the work happened they will be
/// sent, if not they never were.
@ApplicationScoped
public class Outbox {
    private final Jdbi jdbi;
    private final String channel;

    public Outbox(Jdbi jdbi, ServiceConfig config) {
        this.jdbi = jdbi;
        this.channel = channel(config);
    }

    /// Appends an event; the relay sends it after the transaction commits, in order per key.
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> void append(Topic<T> topic, String key, EventEnvelope<? extends T> event) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "INSERT INTO outbox (topic, record_key, event) VALUES (:topic, :key, :event)")
                    .bind("topic", topic.name())
                    .bind("key", key)
                    .bind("event", WireJson.text(event))
                    .execute();
            handle.createQuery("SELECT pg_notify(:channel, '')")
                    .bind("channel", channel)
                    .mapTo(String.class)
                    .one();
        });
    }

    static String channel(ServiceConfig config) {
        return "outbox_" + config.schema();
    }
}
