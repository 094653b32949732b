package io.tieout.reconcile.correcting;

import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The table `corrections`.
@ApplicationScoped
public class Corrections {
    /// That the entry of the correction `c` was posted and is not there any more.
    private static final String GONE =
            """
            EXISTS (SELECT 1 FROM correcting_entries e
                    JOIN documents d ON d.realm = e.realm AND d.entity_type = 'JournalEntry' AND d.entity_id = e.entry_id AND d.gone
                    WHERE e.realm = c.realm AND e.proposal_id = c.proposal_id)\
            """;

    private final Jdbi jdbi;

    Corrections(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What became of a correction.
    enum Status {
        ASKED,
        DONE,
        ENDED
    }

    /// Lines that were corrected, with the moment that it was asked for: whatever was said of them
    /// before that is settled, as long as the entries are there.
    @Transactional
    public Map<String, Instant> settled(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                SELECT line_id, max(asked_at) AS asked_at FROM corrections c WHERE realm = :realm
                                GROUP BY line_id, asked_at HAVING bool_and(status = 'DONE' AND NOT %s)\
                                """
                                        .formatted(GONE))
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                Map.entry(
                                        rs.getString("line_id"),
                                        rs.getTimestamp("asked_at").toInstant()))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (one, other) -> one.isAfter(other) ? one : other)));
    }

    /// Whether a correction of what has been said since then is on its way or posted.
    @Transactional
    boolean isCorrected(RealmId realm, String line, Instant since) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT 1 FROM corrections c
                                WHERE realm = :realm AND line_id = :line
                                  AND (status = 'ASKED' OR (status = 'DONE' AND asked_at >= :since AND NOT %s)) LIMIT 1\
                                """
                                        .formatted(GONE))
                        .bind("realm", realm.value())
                        .bind("line", line)
                        .bind("since", since)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    int next(RealmId realm, String line) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT coalesce(max(number), 0) + 1 FROM corrections WHERE realm ="
                                        + " :realm AND line_id = :line")
                        .bind("realm", realm.value())
                        .bind("line", line)
                        .mapTo(Integer.class)
                        .one());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void asked(
            RealmId realm,
            String line,
            int number,
            ProposalId proposal,
            String person,
            Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO corrections (realm, line_id, number, proposal_id, person, asked_at, status)
                                VALUES (:realm, :line, :number, :proposal, :person, :at, 'ASKED')\
                                """)
                        .bind("realm", realm.value())
                        .bind("line", line)
                        .bind("number", number)
                        .bind("proposal", proposal.value())
                        .bind("person", person)
                        .bind("at", at)
                        .execute());
    }

    /// False if nothing changes by it.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean became(ProposalId proposal, Status status) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        UPDATE corrections SET status = :status
                                        WHERE proposal_id = :proposal AND status <> :status\
                                        """)
                                .bind("proposal", proposal.value())
                                .bind("status", status.name())
                                .execute()
                        == 1);
    }
}
