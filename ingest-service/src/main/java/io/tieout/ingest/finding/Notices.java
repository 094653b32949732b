package io.tieout.ingest.finding;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.TextPart;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Proposes a comment on a row for the person who can mend a finding: one proposal per finding, a
/// revision per comment.
@ApplicationScoped
public class Notices {
    private static final int COMMENT_LENGTH_MAX = 1_000;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Events events;

    Notices(Jdbi jdbi, Outbox outbox, Events events) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.events = events;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void comment(
            FindingId finding, RealmId realm, RowRef row, String text, CorrelationId correlation) {
        UUID id = UUID.nameUUIDFromBytes(("notice:" + finding).getBytes(StandardCharsets.UTF_8));
        String bounded =
                text.length() <= COMMENT_LENGTH_MAX
                        ? text
                        : text.substring(0, COMMENT_LENGTH_MAX - 1) + "…";
        ProposalMade proposal =
                new ProposalMade(
                        new ProposalId(id),
                        nextRevision(finding, id),
                        realm,
                        ProposalKind.NOTICE,
                        "TN-" + id.toString().substring(0, 8),
                        bounded,
                        Services.INGEST,
                        null,
                        null,
                        List.of(row),
                        List.of(
                                new AddComment(
                                        new EffectId("e1"),
                                        List.of(),
                                        row,
                                        List.of(TextPart.words(bounded)))),
                        Evidence.NONE);
        outbox.append(
                Topics.PROPOSALS,
                id.toString(),
                events.started(
                        Connections.quickbooks(realm), SourceRevision.NONE, correlation, proposal));
    }

    private int nextRevision(FindingId finding, UUID proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                INSERT INTO notices AS n (finding_id, proposal_id, revision) VALUES (:finding, :proposal, 1)
                                ON CONFLICT (finding_id) DO UPDATE SET revision = n.revision + 1
                                RETURNING revision\
                                """)
                        .bind("finding", finding.value())
                        .bind("proposal", proposal)
                        .mapTo(Integer.class)
                        .one());
    }
}
