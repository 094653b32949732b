package io.tieout.console.deadletter;

import io.tieout.console.deadletter.DeadLetter.Cause;
import io.tieout.console.deadletter.DeadLetter.Redriven;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// All dead letters that were ever seen, and what became of them.
@ApplicationScoped
class DeadLetters {
    private static final String MATCHING =
            """
             WHERE status IN (<statuses>) AND (:code = '' OR error_code = :code) AND (:topic = '' OR topic = :topic)
               AND (:group = '' OR consumer_group = :group)
               AND (:search = '' OR concat_ws(' ', record_key, reason, correlation_id, letter_id) ILIKE :pattern)\
            """;

    /// How many there are of one cause.
    record CauseCount(Cause cause, long count, Instant oldest, Instant newest) {}

    private final Jdbi jdbi;

    DeadLetters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean put(DeadLetter letter, String dlqTopic, int dlqPartition, long dlqOffset) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO dead_letters (letter_id, dlq_topic, dlq_partition, dlq_offset, topic, record_key,
                                    value, error_code, consumer_group, reason, stack, attempts, source_topic,
                                    source_partition, source_offset, correlation_id, given_up_at)
                                VALUES (:id, :dlqTopic, :dlqPartition, :dlqOffset, :topic, :key, :value, :code, :group,
                                    :reason, :stack, :attempts, :sourceTopic, :sourcePartition, :sourceOffset,
                                    :correlation, :at)
                                ON CONFLICT DO NOTHING\
                                """)
                        .bind("id", letter.id())
                        .bind("dlqTopic", dlqTopic)
                        .bind("dlqPartition", dlqPartition)
                        .bind("dlqOffset", dlqOffset)
                        .bind("topic", letter.cause().topic())
                        .bind("key", letter.key())
                        .bind("value", letter.value())
                        .bind("code", letter.cause().errorCode())
                        .bind("group", letter.cause().group())
                        .bind("reason", letter.reason())
                        .bind("stack", letter.stack())
                        .bind("attempts", letter.attempts())
                        .bind("sourceTopic", letter.sourceTopic())
                        .bind("sourcePartition", letter.sourcePartition())
                        .bind("sourceOffset", letter.sourceOffset())
                        .bind("correlation", letter.correlationId())
                        .bind("at", letter.givenUpAt())
                        .execute())
                == 1;
    }

    /// Takes the letter for this transaction, so that two presses of a button cannot both send it.
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<DeadLetter> lock(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM dead_letters WHERE letter_id = :id FOR UPDATE")
                        .bind("id", id)
                        .map((rs, _) -> letter(rs))
                        .findOne());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void redriven(UUID id, Redriven redriven) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE dead_letters SET status = 'REDRIVEN', redriven_at = :at, redriven_by = :by,
                                    patched = :patched, new_event_id = CAST(:event AS uuid) WHERE letter_id = :id\
                                """)
                        .bind("id", id)
                        .bind("at", redriven.at())
                        .bind("by", redriven.by())
                        .bind("patched", redriven.patched())
                        .bind("event", redriven.newEventId())
                        .execute());
    }

    @Transactional
    Optional<DeadLetter> find(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM dead_letters WHERE letter_id = :id")
                        .bind("id", id)
                        .map((rs, _) -> letter(rs))
                        .findOne());
    }

    @Transactional
    List<DeadLetter> list(DeadLetterFilter filter, int limit, int offset) {
        return jdbi.withHandle(handle ->
                matching(
                                handle.createQuery(
                                        "SELECT * FROM dead_letters"
                                                + MATCHING
                                                + " ORDER BY given_up_at DESC, letter_id LIMIT :limit OFFSET :offset"),
                                filter)
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((rs, _) -> letter(rs))
                        .list());
    }

    @Transactional
    long count(DeadLetterFilter filter) {
        return jdbi.withHandle(handle ->
                matching(handle.createQuery("SELECT count(*) FROM dead_letters" + MATCHING), filter)
                        .mapTo(Long.class)
                        .one());
    }

    /// By cause, the largest first.
    @Transactional
    List<CauseCount> causes(DeadLetterFilter filter) {
        return jdbi.withHandle(handle ->
                matching(
                                handle.createQuery(
                                        "SELECT error_code, topic, consumer_group, count(*) AS n, min(given_up_at) AS oldest,"
                                                + " max(given_up_at) AS newest FROM dead_letters"
                                                + MATCHING
                                                + " GROUP BY error_code, topic, consumer_group ORDER BY n DESC, error_code, topic"),
                                filter)
                        .map((rs, _) ->
                                new CauseCount(
                                        cause(rs),
                                        rs.getLong("n"),
                                        rs.getTimestamp("oldest").toInstant(),
                                        rs.getTimestamp("newest").toInstant()))
                        .list());
    }

    private static Query matching(Query query, DeadLetterFilter filter) {
        return query.bindList("statuses", filter.statuses())
                .bind("code", filter.code())
                .bind("topic", filter.topic())
                .bind("group", filter.group())
                .bind("search", filter.search())
                .bind(
                        "pattern",
                        "%"
                                + filter.search()
                                        .replace("\\", "\\\\")
                                        .replace("%", "\\%")
                                        .replace("_", "\\_")
                                + "%");
    }

    private static Cause cause(ResultSet rs) throws SQLException {
        return new Cause(
                rs.getString("error_code"), rs.getString("topic"), rs.getString("consumer_group"));
    }

    private static DeadLetter letter(ResultSet rs) throws SQLException {
        Timestamp redriven = rs.getTimestamp("redriven_at");
        return new DeadLetter(
                rs.getObject("letter_id", UUID.class),
                cause(rs),
                rs.getString("record_key"),
                rs.getBytes("value"),
                rs.getString("reason"),
                rs.getString("stack"),
                rs.getInt("attempts"),
                rs.getString("source_topic"),
                rs.getInt("source_partition"),
                rs.getLong("source_offset"),
                rs.getString("correlation_id"),
                rs.getTimestamp("given_up_at").toInstant(),
                redriven == null
                        ? null
                        : new Redriven(
                                redriven.toInstant(),
                                rs.getString("redriven_by"),
                                rs.getBoolean("patched"),
                                rs.getObject("new_event_id", UUID.class)));
    }
}
