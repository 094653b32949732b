package io.tieout.kit.lane;

import io.tieout.kit.store.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The lanes table: who holds which lane, when it is due, and until when it is paused.
@ApplicationScoped
public class Lanes {
    private final Jdbi jdbi;
    private final String channel;
    private final String holder = UUID.randomUUID().toString();

    public Lanes(Jdbi jdbi, ServiceConfig config) {
        this.jdbi = jdbi;
        this.channel = channel(config);
    }

    static String channel(ServiceConfig config) {
        return "lanes_" + config.schema();
    }

    /// Makes sure that the lane runs at `due` or earlier, once this transaction has committed.
    @Transactional(Transactional.TxType.MANDATORY)
    public void wake(String kind, String key, Instant due) {
        due(kind, key, due, "LEAST(lanes.due_at, excluded.due_at)");
    }

    /// Makes sure that the lane runs at all: at `due`, unless it is to run at another time already.
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepGoing(String kind, String key, Instant due) {
        due(kind, key, due, "COALESCE(lanes.due_at, excluded.due_at)");
    }

    private void due(String kind, String key, Instant due, String otherwise) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO lanes (kind, lane_key, due_at) VALUES (:kind, :key, :due)
                            ON CONFLICT (kind, lane_key) DO UPDATE SET due_at = <otherwise>\
                            """)
                    .define("otherwise", otherwise)
                    .bind("kind", kind)
                    .bind("key", key)
                    .bind("due", due)
                    .execute();
            handle.createQuery("SELECT pg_notify(:channel, '')")
                    .bind("channel", channel)
                    .mapTo(String.class)
                    .one();
        });
    }

    /// To be called in the transaction that stores a lane's result: refuses when the lane was lost
    /// meanwhile. The weak lock keeps others from claiming the lane until this transaction ends,
    /// but not from waking it: a strong one would deadlock with work that stores first and wakes
    /// then.
    @Transactional(Transactional.TxType.MANDATORY)
    public void confirm(Lane lane) {
        boolean held =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT 1 FROM lanes WHERE kind = :kind AND lane_key = :key AND fence = :fence AND leased_by = :holder
                                        FOR KEY SHARE\
                                        """)
                                .bind("kind", lane.kind())
                                .bind("key", lane.key())
                                .bind("fence", lane.fence())
                                .bind("holder", holder)
                                .mapTo(Integer.class)
                                .findOne()
                                .isPresent());
        if (!held) {
            throw new LostLease(lane);
        }
    }

    /// Takes the lane that has been due longest, if any.
    @Transactional
    Optional<Lane> claim(Collection<String> kinds, Instant now, Duration lease) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                UPDATE lanes SET due_at = NULL, paused_until = NULL, pause_reason = NULL, fence = fence + 1,
                                       leased_by = :holder, leased_until = :until
                                WHERE (kind, lane_key) = (
                                    SELECT kind, lane_key FROM lanes
                                    WHERE kind IN (<kinds>)
                                      AND ((due_at <= :now AND leased_until IS NULL) OR leased_until < :now)
                                      AND (paused_until IS NULL OR paused_until <= :now)
                                    ORDER BY due_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
                                RETURNING kind, lane_key, fence\
                                """)
                        .bindList("kinds", kinds)
                        .bind("holder", holder)
                        .bind("until", now.plus(lease))
                        .bind("now", now)
                        .map((rs, _) ->
                                new Lane(
                                        rs.getString("kind"),
                                        rs.getString("lane_key"),
                                        rs.getLong("fence")))
                        .findOne());
    }

    @Transactional
    void renew(Lane lane, Instant until) {
        update(lane, "leased_until = :until", until, "");
    }

    @Transactional
    void release(Lane lane, LaneResult result) {
        switch (result) {
            case LaneResult.Idle _ ->
                    update(lane, FREE + ", failures = 0, last_error = NULL", Instant.EPOCH, "");
            case LaneResult.Again(Instant due) ->
                    update(
                            lane,
                            FREE
                                    + ", failures = 0, last_error = NULL, due_at = LEAST(due_at, :until)",
                            due,
                            "");
            case LaneResult.Paused(Instant until, String reason) ->
                    update(
                            lane,
                            FREE
                                    + ", due_at = LEAST(due_at, :until), paused_until = :until, pause_reason = :text",
                            until,
                            reason);
        }
    }

    @Transactional
    void failed(Lane lane, Instant retryAt, String error) {
        update(
                lane,
                FREE
                        + ", failures = failures + 1, last_error = :text, due_at = :until, paused_until = :until",
                retryAt,
                error);
    }

    @Transactional
    int failures(Lane lane) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT failures FROM lanes WHERE kind = :kind AND lane_key = :key")
                        .bind("kind", lane.kind())
                        .bind("key", lane.key())
                        .mapTo(Integer.class)
                        .one());
    }

    private static final String FREE = "leased_by = NULL, leased_until = NULL";

    private void update(Lane lane, String set, Instant until, String text) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE lanes SET "
                                        + set
                                        + " WHERE kind = :kind AND lane_key = :key AND fence = :fence AND leased_by = :holder"
                                        + " AND (CAST(:until AS timestamptz) IS NOT NULL AND CAST(:text AS text) IS NOT NULL)")
                        .bind("kind", lane.kind())
                        .bind("key", lane.key())
                        .bind("fence", lane.fence())
                        .bind("holder", holder)
                        .bind("until", until)
                        .bind("text", text)
                        .execute());
    }
}
