package io.tieout.writeback.intent;

import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.Uuid7;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.effect.EffectEnd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The tables `intents` and `intent_items`. Whoever writes here holds the lane, or is refused.
@ApplicationScoped
public class Intents {
    private final Jdbi jdbi;
    private final Lanes lanes;
    private final Clock clock;

    Intents(Jdbi jdbi, Lanes lanes, Clock clock) {
        this.jdbi = jdbi;
        this.lanes = lanes;
        this.clock = clock;
    }

    /// Commits the call before it is made. From here on it counts as made.
    @Transactional
    public Intent open(Lane lane, Call call) {
        lanes.confirm(lane);
        Instant now = clock.instant();
        Intent intent =
                new Intent(
                        Uuid7.at(now),
                        call.kind(),
                        call.request(),
                        call.requestId(),
                        call.batchId(),
                        1,
                        now,
                        now,
                        false,
                        call.items());
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO intents (id, kind, lane_kind, lane_key, request, request_id, batch_id, created_at, sent_at)
                            VALUES (:id, :kind, :laneKind, :laneKey, :request, :requestId, :batchId, :now, :now)\
                            """)
                    .bind("id", intent.id())
                    .bind("kind", intent.kind().name())
                    .bind("laneKind", lane.kind())
                    .bind("laneKey", lane.key())
                    .bind("request", intent.request())
                    .bind("requestId", intent.requestId())
                    .bind("batchId", intent.batchId())
                    .bind("now", now)
                    .execute();
            insertItems(handle, intent);
        });
        return intent;
    }

    private static void insertItems(Handle handle, Intent intent) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "INSERT INTO intent_items (intent_id, position, effect, part, b_id) VALUES (:id, :position, :effect, :part, :bId)");
        for (IntentItem item : intent.items()) {
            batch.bind("id", intent.id())
                    .bind("position", item.position())
                    .bind("effect", item.effect())
                    .bind("part", item.part())
                    .bind("bId", item.bId())
                    .add();
        }
        batch.execute();
    }

    /// Commits that the call is made once more.
    @Transactional
    public Intent beginAgain(Lane lane, Intent intent) {
        lanes.confirm(lane);
        Intent again = intent.begunAgain(clock.instant());
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "UPDATE intents SET attempts = :attempts, sent_at = :now WHERE id = :id AND status = 'OPEN'")
                    .bind("attempts", again.attempts())
                    .bind("now", again.sentAt())
                    .bind("id", intent.id())
                    .execute();
            handle.createUpdate(
                            """
                            UPDATE intent_items SET error_code = NULL, message = NULL
                            WHERE intent_id = :id AND status = 'OPEN' AND error_code IS NOT NULL\
                            """)
                    .bind("id", intent.id())
                    .execute();
        });
        return again;
    }

    /// The other side answered that it failed at these items: they are as unknown as before.
    @Transactional
    public void failedAt(Lane lane, Intent intent, Map<IntentItem, EffectEnd.Failed> failures) {
        lanes.confirm(lane);
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            UPDATE intent_items SET error_code = :code, message = :message
                            WHERE intent_id = :id AND position = :position AND status = 'OPEN'\
                            """);
            failures.forEach((item, failure) ->
                    batch.bind("code", failure.errorCode())
                            .bind("message", failure.message())
                            .bind("id", intent.id())
                            .bind("position", item.position())
                            .add());
            batch.execute();
        });
    }

    /// The intent's open items that the other side failed at when they were sent last.
    @Transactional
    public Map<IntentItem, EffectEnd.Failed> failures(Intent intent) {
        Map<Integer, EffectEnd.Failed> byPosition = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT position, error_code, message FROM intent_items
                                WHERE intent_id = :id AND status = 'OPEN' AND error_code IS NOT NULL\
                                """)
                        .bind("id", intent.id())
                        .map((rs, _) ->
                                byPosition.put(
                                        rs.getInt("position"),
                                        new EffectEnd.Failed(
                                                String.valueOf(rs.getString("error_code")),
                                                String.valueOf(rs.getString("message")))))
                        .list());
        Map<IntentItem, EffectEnd.Failed> failures = new HashMap<>();
        for (IntentItem item : intent.items()) {
            EffectEnd.Failed failure = byPosition.get(item.position());
            if (failure != null) {
                failures.put(item, failure);
            }
        }
        return failures;
    }

    /// How many calls for the effect the other side failed at, and a look showed nothing of.
    @Transactional(Transactional.TxType.MANDATORY)
    int timesFailed(long effect) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT count(*) FROM intent_items
                                WHERE effect = :effect AND status = 'FREED' AND error_code IS NOT NULL\
                                """)
                        .bind("effect", effect)
                        .mapTo(Integer.class)
                        .one());
    }

    /// Why it is still open, for whoever looks.
    @Transactional
    public void leaveOpen(Lane lane, Intent intent, String error) {
        lanes.confirm(lane);
        jdbi.useHandle(handle ->
                handle.createUpdate("UPDATE intents SET last_error = :error WHERE id = :id")
                        .bind("error", error)
                        .bind("id", intent.id())
                        .execute());
    }

    /// The lane's open intents, oldest first, with the items that are open.
    @Transactional
    public List<Intent> open(Lane lane) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT *, EXISTS (SELECT 1 FROM intent_items i WHERE i.intent_id = intents.id AND i.status <> 'OPEN') AS partly
                                FROM intents WHERE status = 'OPEN' AND lane_kind = :kind AND lane_key = :key
                                ORDER BY created_at, id\
                                """)
                        .bind("kind", lane.kind())
                        .bind("key", lane.key())
                        .map((rs, _) ->
                                intent(rs, openItems(handle, rs.getObject("id", UUID.class))))
                        .list());
    }

    private static List<IntentItem> openItems(Handle handle, UUID intent) {
        return handle.createQuery(
                        "SELECT * FROM intent_items WHERE intent_id = :id AND status = 'OPEN' ORDER BY position")
                .bind("id", intent)
                .map((rs, _) ->
                        new IntentItem(
                                rs.getInt("position"),
                                rs.getLong("effect"),
                                rs.getString("part"),
                                rs.getString("b_id")))
                .list();
    }

    /// Parts of these effects that are in a call or have ended.
    @Transactional
    public Map<Long, Set<String>> takenParts(Collection<Long> effects) {
        Map<Long, Set<String>> taken = new HashMap<>();
        if (effects.isEmpty()) {
            return taken;
        }
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "SELECT effect, part FROM intent_items WHERE effect IN (<ids>) AND status <> 'FREED'")
                        .bindList("ids", List.copyOf(effects))
                        .map((rs, _) ->
                                taken.computeIfAbsent(rs.getLong("effect"), _ -> new HashSet<>())
                                        .add(rs.getString("part")))
                        .list());
        return taken;
    }

    /// Why these effects, or parts of them, came back from a call last with nothing done.
    @Transactional
    public Map<Long, String> lastFreed(Collection<Long> effects) {
        Map<Long, String> why = new HashMap<>();
        if (effects.isEmpty()) {
            return why;
        }
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT DISTINCT ON (i.effect) i.effect, i.message
                                FROM intent_items i JOIN intents n ON n.id = i.intent_id
                                WHERE i.effect IN (<ids>) AND i.status = 'FREED'
                                ORDER BY i.effect, n.created_at DESC\
                                """)
                        .bindList("ids", List.copyOf(effects))
                        .map((rs, _) ->
                                why.put(
                                        rs.getLong("effect"),
                                        String.valueOf(rs.getString("message"))))
                        .list());
        return why;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void endItems(Intent intent, Map<IntentItem, ItemEnd> ends) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            UPDATE intent_items SET status = :status, result = :result, error_code = :code, message = :message
                            WHERE intent_id = :id AND position = :position AND status = 'OPEN'\
                            """);
            ends.forEach((item, end) -> {
                EffectEnd ended = end instanceof ItemEnd.Ended(EffectEnd known) ? known : null;
                batch.bind("status", ended == null ? "FREED" : ended.status())
                        .bind("result", resultText(ended))
                        .bind("code", code(end))
                        .bind("message", words(end))
                        .bind("id", intent.id())
                        .bind("position", item.position())
                        .add();
            });
            batch.execute();
        });
    }

    private static String words(ItemEnd end) {
        return switch (end) {
            case ItemEnd.Ended(EffectEnd known) -> known.words();
            case ItemEnd.Freed freed -> freed.why();
        };
    }

    private static @Nullable String code(ItemEnd end) {
        return switch (end) {
            case ItemEnd.Ended(EffectEnd known) -> code(known);
            case ItemEnd.Freed freed -> freed.errorCode();
        };
    }

    private static @Nullable String resultText(@Nullable EffectEnd end) {
        return end instanceof EffectEnd.Done(EffectResult result) ? WireJson.text(result) : null;
    }

    private static @Nullable String code(EffectEnd end) {
        return switch (end) {
            case EffectEnd.Failed failed -> failed.errorCode();
            case EffectEnd.Refused refused -> refused.reason().name();
            case EffectEnd.Done _, EffectEnd.Unknown _ -> null;
        };
    }

    /// How the parts of each of these effects ended, as far as they did.
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Long, Map<String, EffectEnd>> ends(Collection<Long> effects) {
        Map<Long, Map<String, EffectEnd>> ends = new HashMap<>();
        if (effects.isEmpty()) {
            return ends;
        }
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM intent_items WHERE effect IN (<ids>) AND status NOT IN ('OPEN', 'FREED')")
                        .bindList("ids", List.copyOf(effects))
                        .map((rs, _) ->
                                ends.computeIfAbsent(rs.getLong("effect"), _ -> new HashMap<>())
                                        .put(rs.getString("part"), end(rs)))
                        .list());
        return ends;
    }

    private static EffectEnd end(ResultSet rs) throws SQLException {
        String message = String.valueOf(rs.getString("message"));
        String code = String.valueOf(rs.getString("error_code"));
        return switch (rs.getString("status")) {
            case "DONE" ->
                    new EffectEnd.Done(WireJson.read(rs.getString("result"), EffectResult.class));
            case "FAILED" -> new EffectEnd.Failed(code, message);
            case "REFUSED" -> new EffectEnd.Refused(Reason.valueOf(code), message);
            default -> new EffectEnd.Unknown(message);
        };
    }

    /// Closes the intent when none of its items is open any more: unknown if one of them is, else
    /// done if one of them is, else failed if one of them is, else refused: nothing happened.
    @Transactional(Transactional.TxType.MANDATORY)
    void closeIfOver(Intent intent) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE intents SET answered_at = :now, status = (
                                    SELECT CASE WHEN bool_or(i.status = 'UNKNOWN') THEN 'UNKNOWN'
                                                WHEN bool_or(i.status = 'DONE') THEN 'DONE'
                                                WHEN bool_or(i.status = 'FAILED') THEN 'FAILED'
                                                ELSE 'REFUSED' END
                                    FROM intent_items i WHERE i.intent_id = intents.id)
                                WHERE id = :id AND status = 'OPEN'
                                  AND NOT EXISTS (SELECT 1 FROM intent_items i WHERE i.intent_id = :id AND i.status = 'OPEN')\
                                """)
                        .bind("now", clock.instant())
                        .bind("id", intent.id())
                        .execute());
    }

    private static Intent intent(ResultSet rs, List<IntentItem> items) throws SQLException {
        return new Intent(
                rs.getObject("id", UUID.class),
                IntentKind.valueOf(rs.getString("kind")),
                rs.getString("request"),
                rs.getString("request_id"),
                rs.getString("batch_id"),
                rs.getInt("attempts"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp("sent_at").toInstant(),
                rs.getBoolean("partly"),
                items);
    }
}
