package io.tieout.console.decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.Person;
import io.tieout.console.frame.Words;
import io.tieout.console.live.Changes;
import io.tieout.console.proposal.Proposals;
import io.tieout.console.proposal.StoredProposal;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.kit.sign.Signer;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.DecisionMade.Channel;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.DecisionId;
import io.tieout.model.id.Uuid7;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Sends a person's decision to audit, signed; a second press of the same button sends nothing.
@ApplicationScoped
public class Decide {
    private final Proposals proposals;
    private final DecisionsSent sent;
    private final Events events;
    private final Outbox outbox;
    private final Changes changes;
    private final Clock clock;
    private final MeterRegistry registry;
    private final Signer signer;

    Decide(
            Proposals proposals,
            DecisionsSent sent,
            Events events,
            Outbox outbox,
            Changes changes,
            Clock clock,
            MeterRegistry registry,
            ConsoleConfig config) {
        this.proposals = proposals;
        this.sent = sent;
        this.events = events;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
        this.registry = registry;
        this.signer = new Signer(config.privateKey());
    }

    @Transactional
    public DecisionAnswer handle(Person person, Decision decision) {
        DecisionAnswer answer =
                proposals
                        .find(decision.proposalId())
                        .map(stored -> handle(person, decision, stored))
                        .orElseGet(() ->
                                new DecisionAnswer.Unknown(
                                        "The console knows no proposal " + decision.proposalId()));
        registry.counter(
                        "decisions",
                        "answer",
                        answer.name(),
                        "verdict",
                        Words.lower(decision.verdict()))
                .increment();
        return answer;
    }

    private DecisionAnswer handle(Person person, Decision decision, StoredProposal stored) {
        Optional<DecisionAnswer> before = repeated(person, decision);
        if (before.isPresent()) {
            return before.get();
        }
        return DecisionCheck.refusal(person, decision, stored.state())
                .orElseGet(() -> send(person, decision, stored));
    }

    /// Asked first: by the second press, audit may have acted on the first.
    private Optional<DecisionAnswer> repeated(Person person, Decision decision) {
        return sent.about(decision.proposalId()).stream()
                .filter(earlier ->
                        earlier.revision() == decision.revision()
                                && earlier.person().equals(person.email())
                                && earlier.verdict() == decision.verdict())
                .findFirst()
                .map(earlier -> again(decision.verdict(), earlier.sentAt()));
    }

    private DecisionAnswer send(Person person, Decision decision, StoredProposal stored) {
        ProposalMade proposal = stored.state().proposal();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DecisionMade unsigned =
                new DecisionMade(
                        new DecisionId(Uuid7.at(now)),
                        proposal.proposalId(),
                        proposal.realmId(),
                        decision.revision(),
                        decision.hash(),
                        decision.verdict(),
                        decision.hasReason() ? String.valueOf(decision.reason()).strip() : null,
                        person.email(),
                        person.roles(),
                        Channel.CONSOLE,
                        List.of(),
                        now,
                        "");
        if (!sent.note(unsigned)) {
            return again(decision.verdict(), now);
        }
        outbox.append(
                Topics.DECISIONS,
                proposal.proposalId().toString(),
                events.following(
                        Connections.quickbooks(proposal.realmId()),
                        SourceRevision.NONE,
                        stored.correlation(),
                        stored.eventId(),
                        unsigned.signed(signer.sign(unsigned.signedText()))));
        changes.announce();
        return new DecisionAnswer.Sent(
                "Your %s of %s revision %d is on its way to audit."
                        .formatted(
                                noun(decision.verdict()),
                                proposal.reference(),
                                decision.revision()));
    }

    private static DecisionAnswer again(Verdict verdict, Instant at) {
        return new DecisionAnswer.Repeated(
                "Your %s of this revision was sent at %s; nothing was sent again."
                        .formatted(noun(verdict), Words.clock(at)),
                at);
    }

    private static String noun(Verdict verdict) {
        return verdict == Verdict.APPROVED ? "approval" : "rejection";
    }
}
