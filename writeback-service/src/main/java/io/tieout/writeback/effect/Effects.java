package io.tieout.writeback.effect;

import io.tieout.kit.event.Connections;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lane;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.model.release.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The table `effects`.
@ApplicationScoped
public class Effects {
    private static final String COLUMNS =
            "id, release, event_id, correlation_id, accepted_at, apart, fresh_version, read_again";

    private final Jdbi jdbi;
    private final Clock clock;

    Effects(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Whether the effect was accepted before, however it ended.
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isKnown(Receipt receipt) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT 1 FROM effects
                                WHERE connection = :connection AND proposal_id = :proposal AND revision = :revision
                                  AND effect_id = :effect\
                                """)
                        .bind("connection", Connections.quickbooks(receipt.realmId()).value())
                        .bind("proposal", receipt.proposalId().value())
                        .bind("revision", receipt.revision())
                        .bind("effect", receipt.effectId().value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /// Stores it as due work; false if it was there.
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean accept(EventEnvelope<EffectReleased> event, Target target, Instant now) {
        Receipt receipt = event.payload().receipt();
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO effects (connection, proposal_id, revision, effect_id, type, lane_kind, lane_key,
                                                             release, event_id, correlation_id, accepted_at)
                                        VALUES (:connection, :proposal, :revision, :effect, :type, :kind, :key,
                                                :release, :event, :correlation, :now)
                                        ON CONFLICT DO NOTHING\
                                        """)
                                .bind(
                                        "connection",
                                        Connections.quickbooks(receipt.realmId()).value())
                                .bind("proposal", receipt.proposalId().value())
                                .bind("revision", receipt.revision())
                                .bind("effect", receipt.effectId().value())
                                .bind("type", EffectType.of(event.payload().effect()))
                                .bind("kind", target.kind().wireName())
                                .bind("key", target.key())
                                .bind("release", WireJson.text(event.payload()))
                                .bind("event", event.eventId().value())
                                .bind("correlation", event.correlationId().value())
                                .bind("now", now)
                                .execute()
                        == 1);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void recordRefusal(
            EventEnvelope<EffectReleased> event, Reason reason, String why, Instant now) {
        Receipt receipt = event.payload().receipt();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO refused_releases
                                    (event_id, proposal_id, revision, effect_id, reason, message, release, refused_at)
                                VALUES (:event, :proposal, :revision, :effect, :reason, :message, :release, :now)
                                ON CONFLICT DO NOTHING\
                                """)
                        .bind("event", event.eventId().value())
                        .bind("proposal", receipt.proposalId().value())
                        .bind("revision", receipt.revision())
                        .bind("effect", receipt.effectId().value())
                        .bind("reason", reason.name())
                        .bind("message", why)
                        .bind("release", WireJson.text(event.payload()))
                        .bind("now", now)
                        .execute());
    }

    @Transactional
    public List<Refusal> refusals(int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM refused_releases ORDER BY refused_at DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((rs, _) ->
                                new Refusal(
                                        rs.getObject("event_id", UUID.class),
                                        rs.getObject("proposal_id", UUID.class),
                                        rs.getInt("revision"),
                                        rs.getString("effect_id"),
                                        rs.getString("reason"),
                                        rs.getString("message"),
                                        rs.getTimestamp("refused_at").toInstant()))
                        .list());
    }

    /// What is to be done in this lane now and is in no call yet, oldest first.
    @Transactional
    public List<ReleasedEffect> due(Lane lane, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                         FROM effects e
                                        WHERE status = 'OPEN' AND lane_kind = :kind AND lane_key = :key
                                          AND (not_before IS NULL OR not_before <= :now)
                                          AND NOT EXISTS (SELECT 1 FROM intent_items i WHERE i.effect = e.id AND i.status = 'OPEN')
                                        ORDER BY id LIMIT :limit\
                                        """)
                        .bind("kind", lane.kind())
                        .bind("key", lane.key())
                        .bind("now", clock.instant())
                        .bind("limit", limit)
                        .map((rs, _) -> effect(rs))
                        .list());
    }

    @Transactional
    public List<ReleasedEffect> byNumber(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT "
                                        + COLUMNS
                                        + " FROM effects WHERE id IN (<ids>) ORDER BY id")
                        .bindList("ids", List.copyOf(numbers))
                        .map((rs, _) -> effect(rs))
                        .list());
    }

    /// The effect, if it ended unknown.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<ReleasedEffect> unknown(ProposalId proposal, int revision, EffectId effect) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                         FROM effects
                                        WHERE status = 'UNKNOWN' AND proposal_id = :proposal AND revision = :revision
                                          AND effect_id = :effect
                                        FOR UPDATE\
                                        """)
                        .bind("proposal", proposal.value())
                        .bind("revision", revision)
                        .bind("effect", effect.value())
                        .map((rs, _) -> effect(rs))
                        .findOne());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void end(ReleasedEffect effect, EffectEnd end, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE effects SET status = :status, message = :message, ended_at = :now
                                WHERE id = :id AND status IN ('OPEN', 'UNKNOWN')\
                                """)
                        .bind("status", end.status())
                        .bind("message", end.words())
                        .bind("now", now)
                        .bind("id", effect.number())
                        .execute());
    }

    /// The effect's object was read again at this version; the next call goes by it.
    @Transactional
    public void readAgain(ReleasedEffect effect, long version) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE effects SET fresh_version = :version, read_again = read_again + 1 WHERE id = :id")
                        .bind("version", version)
                        .bind("id", effect.number())
                        .execute());
    }

    /// Until then nothing is done about these.
    ///
    /// @param why for whoever looks
    @Transactional(Transactional.TxType.MANDATORY)
    public void putOff(Collection<Long> numbers, Instant until, String why) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE effects SET not_before = :until, message = :why WHERE id IN (<ids>) AND status = 'OPEN'")
                        .bind("until", until)
                        .bind("why", why)
                        .bindList("ids", List.copyOf(numbers))
                        .execute());
    }

    /// When something that was put off in this lane is due again.
    @Transactional
    public Optional<Instant> putOffUntil(Lane lane) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT min(not_before) FROM effects
                                WHERE status = 'OPEN' AND lane_kind = :kind AND lane_key = :key AND not_before > :now
                                """)
                        .bind("kind", lane.kind())
                        .bind("key", lane.key())
                        .bind("now", clock.instant())
                        .mapTo(Instant.class)
                        .findOne());
    }

    /// From now on these travel in requests of their own.
    @Transactional(Transactional.TxType.MANDATORY)
    public void setApart(Collection<Long> numbers) {
        jdbi.useHandle(handle ->
                handle.createUpdate("UPDATE effects SET apart = true WHERE id IN (<ids>)")
                        .bindList("ids", List.copyOf(numbers))
                        .execute());
    }

    private static ReleasedEffect effect(ResultSet rs) throws SQLException {
        return new ReleasedEffect(
                rs.getLong("id"),
                WireJson.read(rs.getString("release"), EffectReleased.class),
                new EventId(rs.getObject("event_id", UUID.class)),
                new CorrelationId(rs.getString("correlation_id")),
                rs.getTimestamp("accepted_at").toInstant(),
                rs.getBoolean("apart"),
                rs.getObject("fresh_version", Long.class),
                rs.getInt("read_again"));
    }
}
