package io.tieout.audit.desk;

import io.tieout.audit.proposal.Approvals;
import io.tieout.audit.proposal.Findings;
import io.tieout.audit.proposal.Life;
import io.tieout.audit.proposal.OpenFinding;
import io.tieout.audit.proposal.Standing;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.EventId;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// Tells everybody where a proposal stands now, and which findings opened or closed with it.
@ApplicationScoped
class Announce {
    private final Outbox outbox;
    private final Events events;

    Announce(Outbox outbox, Events events) {
        this.outbox = outbox;
        this.events = events;
    }

    /// The life with its open findings brought up to date.
    @Transactional(Transactional.TxType.MANDATORY)
    Life announce(Life life, List<OpenFinding> before, long sequence, EventId cause, Instant now) {
        List<OpenFinding> open = Findings.of(life);
        open.stream()
                .filter(finding -> !isAmong(before, finding))
                .forEach(finding -> publish(life, cause, now, opened(life, finding, now)));
        before.stream()
                .filter(finding -> !isAmong(open, finding))
                .forEach(finding -> publish(life, cause, now, resolved(life, finding, now)));
        Life settled = life.finding(open);
        outbox.append(
                Topics.PROPOSAL_STATES,
                life.proposal().proposalId().toString(),
                following(
                        settled,
                        cause,
                        new SourceRevision(sequence, 0),
                        state(settled, sequence, now)));
        return settled;
    }

    private static boolean isAmong(List<OpenFinding> findings, OpenFinding one) {
        return findings.stream().anyMatch(finding -> finding.id().equals(one.id()));
    }

    private void publish(Life life, EventId cause, Instant now, FindingEvent finding) {
        outbox.append(
                Topics.FINDINGS,
                finding.key(),
                following(life, cause, new SourceRevision(0, now.toEpochMilli()), finding));
    }

    private <T> EventEnvelope<T> following(
            Life life, EventId cause, SourceRevision revision, T payload) {
        return events.following(
                Connections.quickbooks(life.proposal().realmId()),
                revision,
                life.origin().correlation(),
                cause,
                payload);
    }

    private static FindingOpened opened(Life life, OpenFinding finding, Instant now) {
        return new FindingOpened(
                finding.id(),
                life.proposal().realmId(),
                finding.kind(),
                finding.severity(),
                Services.AUDIT,
                life.proposal().rows(),
                life.proposal().proposalId(),
                finding.title(),
                finding.detail(),
                finding.remedy(),
                List.of(),
                life.proposal().total(),
                now);
    }

    private static FindingResolved resolved(Life life, OpenFinding finding, Instant now) {
        return new FindingResolved(
                finding.id(),
                life.proposal().realmId(),
                finding.kind(),
                "%s is at revision %d, %s."
                        .formatted(
                                life.proposal().reference(),
                                life.proposal().revision(),
                                Standing.of(life)),
                now,
                finding.title());
    }

    private static ProposalState state(Life life, long sequence, Instant now) {
        return new ProposalState(
                life.proposal(),
                life.hash(),
                Standing.of(life),
                life.reviews(),
                life.end() == Life.End.NONE ? Approvals.missing(life) : List.of(),
                Approvals.given(life),
                life.rejectedRows(),
                life.refusedRevision(),
                life.effects(),
                life.waitReason(),
                sequence,
                now);
    }
}
