package io.tieout.console.live;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// How old the newest news of each connection is.
@ApplicationScoped
public class ConnectionNews {
    /// The newest event of one connection on one topic.
    public record Newest(String connection, String topic, Instant at) {}

    private final Jdbi jdbi;

    ConnectionNews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// To be called in the transaction that stores the event.
    @Transactional(Transactional.TxType.MANDATORY)
    public void heard(Topic<?> topic, EventEnvelope<?> event) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO connection_news (connection, topic, newest_at) VALUES (:connection, :topic, :at)
                                ON CONFLICT (connection, topic) DO UPDATE SET newest_at = excluded.newest_at
                                WHERE connection_news.newest_at < excluded.newest_at\
                                """)
                        .bind("connection", event.connection().value())
                        .bind("topic", topic.name())
                        .bind("at", event.occurredAt())
                        .execute());
    }

    @Transactional
    public List<Newest> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT connection, topic, newest_at FROM connection_news ORDER BY connection, topic")
                        .map((rs, _) ->
                                new Newest(
                                        rs.getString("connection"),
                                        rs.getString("topic"),
                                        rs.getTimestamp("newest_at").toInstant()))
                        .list());
    }
}
