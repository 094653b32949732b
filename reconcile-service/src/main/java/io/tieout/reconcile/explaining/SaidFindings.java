package io.tieout.reconcile.explaining;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.Explained;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table `said_findings`: open findings about discrepancies, which are published once more when
/// there are other words for them. Nothing else about them changes by that.
@ApplicationScoped
public class SaidFindings {
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Events events;

    SaidFindings(Jdbi jdbi, Outbox outbox, Events events) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.events = events;
    }

    /// Words for a finding.
    ///
    /// @param key of the facts that they say
    public record Words(String key, Explained explained) {}

    private record Said(
            FindingOpened opened,
            CorrelationId correlation,
            Instant publishedAt,
            @Nullable String key) {}

    /// Keeps what was published about a discrepancy, in the template's words.
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(FindingEvent event, CorrelationId correlation, Instant at) {
        switch (event) {
            case FindingOpened opened -> {
                if (opened.kind() != FindingKind.MATCHED) {
                    store(
                            opened.realmId(),
                            opened.findingId(),
                            new Said(opened, correlation, at, null));
                }
            }
            case FindingResolved resolved -> forget(resolved.realmId(), resolved.findingId());
        }
    }

    /// Publishes findings that have these words and do not bear them yet, or bear words and have
    /// none any more. What is being found anew just now is left alone.
    ///
    /// @return whether there may be more of them
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean say(RealmId realm, Map<FindingId, Words> words) {
        Map<FindingId, Said> others = others(realm, words);
        others.forEach((id, said) -> say(id, said, words.get(id)));
        return others.size() == AT_ONCE;
    }

    /// The next state after the one that was published, and older than whatever is found anew.
    private void say(FindingId id, Said said, @Nullable Words wanted) {
        Instant at = said.publishedAt().plusMillis(1);
        FindingOpened worded = said.opened().explained(wanted == null ? null : wanted.explained());
        outbox.append(
                Topics.FINDINGS,
                worded.key(),
                events.started(
                        Connections.quickbooks(worded.realmId()),
                        new SourceRevision(0, at.toEpochMilli()),
                        said.correlation(),
                        worded));
        store(
                worded.realmId(),
                id,
                new Said(
                        said.opened(),
                        said.correlation(),
                        at,
                        wanted == null ? null : wanted.key()));
    }

    /// Those that bear other words than these.
    private Map<FindingId, Said> others(RealmId realm, Map<FindingId, Words> words) {
        List<Map.Entry<FindingId, Words>> wanted = List.copyOf(words.entrySet());
        Map<FindingId, Said> others = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT s.* FROM said_findings s
                                LEFT JOIN unnest(:ids, :keys) AS wanted (finding_id, facts_key) ON wanted.finding_id = s.finding_id
                                WHERE s.realm = :realm AND s.facts_key IS DISTINCT FROM wanted.facts_key
                                LIMIT :most FOR UPDATE OF s SKIP LOCKED\
                                """)
                        .bind("realm", realm.value())
                        .bind("most", AT_ONCE)
                        .bindArray(
                                "ids",
                                String.class,
                                wanted.stream().map(one -> one.getKey().value()).toArray())
                        .bindArray(
                                "keys",
                                String.class,
                                wanted.stream().map(one -> one.getValue().key()).toArray())
                        .map((rs, _) ->
                                Map.entry(
                                        new FindingId(rs.getString("finding_id")),
                                        new Said(
                                                WireJson.read(
                                                        rs.getString("opened"),
                                                        FindingOpened.class),
                                                new CorrelationId(rs.getString("correlation_id")),
                                                rs.getTimestamp("published_at").toInstant(),
                                                rs.getString("facts_key"))))
                        .forEach(entry -> others.put(entry.getKey(), entry.getValue())));
        return others;
    }

    private void store(RealmId realm, FindingId id, Said said) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO said_findings (realm, finding_id, opened, correlation_id, published_at, facts_key)
                                VALUES (:realm, :id, :opened, :correlation, :at, :key)
                                ON CONFLICT (realm, finding_id) DO UPDATE
                                SET opened = excluded.opened, correlation_id = excluded.correlation_id,
                                    published_at = excluded.published_at, facts_key = excluded.facts_key\
                                """)
                        .bind("realm", realm.value())
                        .bind("id", id.value())
                        .bind("opened", WireJson.text(said.opened()))
                        .bind("correlation", said.correlation().value())
                        .bind("at", said.publishedAt())
                        .bind("key", said.key())
                        .execute());
    }

    private void forget(RealmId realm, FindingId id) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "DELETE FROM said_findings WHERE realm = :realm AND finding_id = :id")
                        .bind("realm", realm.value())
                        .bind("id", id.value())
                        .execute());
    }
}
