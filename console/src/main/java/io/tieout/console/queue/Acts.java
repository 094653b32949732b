package io.tieout.console.queue;

import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.id.EventId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Everything that people did about findings, and what it adds up to.
@ApplicationScoped
public class Acts {
    private static final int SHOWN_MAX = 500;

    private final Jdbi jdbi;

    Acts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Stores the act once, whatever came before it; false when it was known.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean add(EventId id, ExceptionCommand command) {
        StoredAct act = StoredAct.of(command);
        boolean added =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO exception_acts (event_id, realm, finding_id, at, person, act, owner, due, words, seen)
                                                VALUES (:event, :realm, :id, :at, :person, :act, :owner, CAST(:due AS date), :words, :seen)
                                                ON CONFLICT DO NOTHING\
                                                """)
                                        .bind("event", id.value())
                                        .bind("realm", command.realmId().value())
                                        .bind("id", command.findingId().value())
                                        .bind("at", act.at())
                                        .bind("person", act.person())
                                        .bind("act", act.kind().name())
                                        .bind("owner", act.owner())
                                        .bind("due", act.due())
                                        .bind("words", act.words())
                                        .bind("seen", act.seen())
                                        .execute()
                                == 1);
        if (added) {
            addUp(command);
        }
        return added;
    }

    /// The last act of each sort counts; event ids settle what happened in the same instant.
    private void addUp(ExceptionCommand command) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                WITH acts AS (SELECT * FROM exception_acts WHERE realm = :realm AND finding_id = :id),
                                     settled AS (SELECT * FROM acts WHERE act IN ('RESOLVED', 'REOPENED')
                                         ORDER BY at DESC, event_id DESC LIMIT 1)
                                INSERT INTO exceptions (realm, finding_id, owner, due, comments, accepted, accepted_by, accepted_at,
                                    accepted_reason)
                                SELECT :realm, :id,
                                    (SELECT owner FROM acts WHERE act = 'ASSIGNED' ORDER BY at DESC, event_id DESC LIMIT 1),
                                    (SELECT due FROM acts WHERE act = 'DUE_SET' ORDER BY at DESC, event_id DESC LIMIT 1),
                                    (SELECT count(*) FROM acts WHERE act = 'COMMENTED'),
                                    (SELECT seen FROM settled), (SELECT person FROM settled WHERE act = 'RESOLVED'),
                                    (SELECT at FROM settled WHERE act = 'RESOLVED'), (SELECT words FROM settled)
                                ON CONFLICT (realm, finding_id) DO UPDATE SET owner = excluded.owner, due = excluded.due,
                                    comments = excluded.comments, accepted = excluded.accepted,
                                    accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at,
                                    accepted_reason = excluded.accepted_reason\
                                """)
                        .bind("realm", command.realmId().value())
                        .bind("id", command.findingId().value())
                        .execute());
    }

    /// How many of these have come back from Kafka and taken effect.
    @Transactional
    public long known(Collection<EventId> ids) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM exception_acts WHERE event_id IN (<ids>)")
                        .bindList("ids", ids.stream().map(EventId::value).toList())
                        .mapTo(Long.class)
                        .one());
    }

    /// Reasons that this person gave lately, newest first, each once.
    @Transactional
    public List<String> recentReasons(String person) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT words FROM exception_acts WHERE person = :person AND act = 'RESOLVED'
                                GROUP BY words ORDER BY max(at) DESC LIMIT 10\
                                """)
                        .bind("person", person)
                        .mapTo(String.class)
                        .list());
    }

    @Transactional
    List<StoredAct> about(FindingKey key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT * FROM (SELECT * FROM exception_acts WHERE realm = :realm AND finding_id = :id
                                    ORDER BY at DESC, event_id DESC LIMIT :most) newest ORDER BY at, event_id\
                                """)
                        .bind("realm", key.realmId().value())
                        .bind("id", key.findingId().value())
                        .bind("most", SHOWN_MAX)
                        .map((rs, _) -> act(rs))
                        .list());
    }

    private static StoredAct act(ResultSet rs) throws SQLException {
        return new StoredAct(
                rs.getTimestamp("at").toInstant(),
                rs.getString("person"),
                StoredAct.Kind.valueOf(rs.getString("act")),
                rs.getString("owner"),
                rs.getObject("due", LocalDate.class),
                rs.getString("words"),
                rs.getString("seen"));
    }
}
