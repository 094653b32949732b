package io.tieout.console.decision;

import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.id.ProposalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The decisions that were sent from here.
@ApplicationScoped
public class DecisionsSent {
    /// One of them.
    public record Sent(
            int revision,
            String person,
            Verdict verdict,
            @Nullable String reason,
            Instant sentAt) {}

    private final Jdbi jdbi;

    DecisionsSent(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Notes the decision; false when this person had decided the same about this revision before.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean note(DecisionMade decision) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO decisions_sent (decision_id, proposal_id, revision, person, verdict, reason, sent_at)
                                VALUES (:id, :proposal, :revision, :person, :verdict, :reason, :at)
                                ON CONFLICT (proposal_id, revision, person, verdict) DO NOTHING\
                                """)
                        .bind("id", decision.decisionId().value())
                        .bind("proposal", decision.proposalId().value())
                        .bind("revision", decision.revision())
                        .bind("person", decision.person())
                        .bind("verdict", decision.verdict().name())
                        .bind("reason", decision.reason())
                        .bind("at", decision.decidedAt())
                        .execute())
                == 1;
    }

    /// All about one proposal, oldest first.
    @Transactional
    public List<Sent> about(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT revision, person, verdict, reason, sent_at FROM decisions_sent
                                WHERE proposal_id = :proposal ORDER BY sent_at\
                                """)
                        .bind("proposal", proposal.value())
                        .map((rs, _) ->
                                new Sent(
                                        rs.getInt("revision"),
                                        rs.getString("person"),
                                        Verdict.valueOf(rs.getString("verdict")),
                                        rs.getString("reason"),
                                        rs.getTimestamp("sent_at").toInstant()))
                        .list());
    }

    /// The reasons that this person gave lately, newest first.
    @Transactional
    public List<String> recentReasons(String person) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT reason FROM decisions_sent WHERE person = :person AND verdict = 'REJECTED'
                                GROUP BY reason ORDER BY max(sent_at) DESC LIMIT 6\
                                """)
                        .bind("person", person)
                        .mapTo(String.class)
                        .list());
    }
}
