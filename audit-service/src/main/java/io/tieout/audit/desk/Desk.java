package io.tieout.audit.desk;

import io.tieout.audit.proposal.Decisions;
import io.tieout.audit.proposal.Findings;
import io.tieout.audit.proposal.Life;
import io.tieout.audit.proposal.Life.Origin;
import io.tieout.audit.proposal.OpenFinding;
import io.tieout.audit.proposal.Outcomes;
import io.tieout.audit.proposal.Revisions;
import io.tieout.audit.record.Entry;
import io.tieout.audit.record.Recording;
import io.tieout.kit.store.Inbox;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.ProposalId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalWithdrawn;
import io.tieout.model.release.OutcomeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Works each event into the proposal that it is about: recorded in any case, in effect where it
/// counts, all in one transaction.
@ApplicationScoped
class Desk {
    private final Inbox inbox;
    private final Recording recording;
    private final Lives lives;
    private final Releases releases;
    private final Advance advance;
    private final Waiting waiting;
    private final ChannelKeys keys;
    private final Clock clock;

    Desk(
            Inbox inbox,
            Recording recording,
            Lives lives,
            Releases releases,
            Advance advance,
            Waiting waiting,
            ChannelKeys keys,
            Clock clock) {
        this.inbox = inbox;
        this.recording = recording;
        this.lives = lives;
        this.releases = releases;
        this.advance = advance;
        this.waiting = waiting;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    void propose(EventEnvelope<ProposalEvent> event, ConsumerRecord<String, byte[]> record) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        Optional<Life> present = lives.lock(event.payload().proposalId());
        Origin origin = new Origin(event.correlationId(), event.eventId(), clock.instant());
        switch (event.payload()) {
            case ProposalMade made -> arrive(event, record, present, made, origin);
            case ProposalWithdrawn withdrawn ->
                    present.flatMap(life -> Revisions.withdraw(life, withdrawn, clock.instant()))
                            .ifPresentOrElse(
                                    life -> advance(event, record, present, life, List.of()),
                                    () -> recording.record(record));
        }
    }

    private void arrive(
            EventEnvelope<?> event,
            ConsumerRecord<String, byte[]> record,
            Optional<Life> present,
            ProposalMade made,
            Origin origin) {
        switch (Revisions.arrive(present, made, origin)) {
            case Revisions.Arrival.Taken(Life life) ->
                    advance(event, record, present, life, List.of());
            case Revisions.Arrival.Kept(Life life) ->
                    advance(event, record, present, life, List.of());
            case Revisions.Arrival.Ignored() -> recording.record(record);
        }
    }

    @Transactional
    void decide(EventEnvelope<DecisionMade> event, ConsumerRecord<String, byte[]> record) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        DecisionMade decision = event.payload();
        Optional<Life> present = lives.lock(decision.proposalId());
        if (present.isEmpty()) {
            recording.record(record);
            return;
        }
        Life life = present.get();
        Instant now = clock.instant();
        switch (Decisions.judge(life, decision, keys.signed(decision), now)) {
            case Decisions.Judgement.Counted(Life counted) ->
                    advance(
                            event,
                            record,
                            present,
                            counted,
                            List.of(judged(life, decision, "counted", "", now)));
            case Decisions.Judgement.Repeated() -> recording.record(record);
            case Decisions.Judgement.Refused refused -> {
                List<OpenFinding> open = new ArrayList<>(life.open());
                open.add(Findings.refused(life, decision, refused));
                advance(
                        event,
                        record,
                        present,
                        life.finding(open),
                        List.of(judged(life, decision, "refused", refused.reason(), now)));
            }
        }
    }

    private static Entry judged(
            Life life, DecisionMade decision, String verdict, String reason, Instant now) {
        return Advance.own(
                life,
                now,
                "decision-" + verdict,
                Map.of(
                        "decisionId", decision.decisionId().toString(),
                        "person", decision.person(),
                        "reason", reason));
    }

    @Transactional
    void conclude(EventEnvelope<OutcomeEvent> event, ConsumerRecord<String, byte[]> record) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        Optional<Life> present = lives.lock(event.payload().proposalId());
        present.flatMap(life -> Outcomes.take(life, event.payload(), clock.instant()))
                .ifPresentOrElse(
                        life ->
                                concluded(
                                        event,
                                        record,
                                        present,
                                        life,
                                        life.state(event.payload().effectId())),
                        () -> recording.record(record));
    }

    @Transactional
    void command(EventEnvelope<CommandEvent> event, ConsumerRecord<String, byte[]> record) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        switch (event.payload()) {
            case CommandEvent.UnknownResolved resolved -> {
                Optional<Life> present = lives.lock(resolved.proposalId());
                present.flatMap(life -> Outcomes.resolve(life, resolved, clock.instant()))
                        .ifPresentOrElse(
                                life ->
                                        concluded(
                                                event,
                                                record,
                                                present,
                                                life,
                                                life.state(resolved.effectId())),
                                () -> recording.record(record));
            }
            case CommandEvent.DeadLetterRedriven _,
                    CommandEvent.SweepRequested _,
                    CommandEvent.RemapAccepted _,
                    CommandEvent.CorrectionRequested _,
                    MatchingCommand _,
                    ExceptionCommand _ ->
                    recording.record(record);
        }
    }

    private void concluded(
            EventEnvelope<?> event,
            ConsumerRecord<String, byte[]> record,
            Optional<Life> present,
            Life life,
            EffectState state) {
        releases.changed(life, state);
        advance.count(state);
        advance.freeRows(life);
        advance(event, record, present, Revisions.promote(life).orElse(life), List.of());
    }

    private void advance(
            EventEnvelope<?> event,
            ConsumerRecord<String, byte[]> record,
            Optional<Life> present,
            Life life,
            List<Entry> also) {
        List<Entry> happened = new ArrayList<>();
        happened.add(recording.entry(record).in(life.proposal().realmId().value()));
        happened.addAll(also);
        List<OpenFinding> before = present.map(Life::open).orElse(List.of());
        Life settled = advance.advance(new Advance.Change(life, before, event.eventId(), happened));
        waiting.recheckLater(settled);
    }

    /// Hears reviewer and policy about a proposal that waits for facts; when to look again, if it
    /// waits still.
    @Transactional
    Optional<Instant> recheck(ProposalId proposal) {
        Optional<Life> present = lives.lock(proposal).filter(Life::awaitsFacts);
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Life life = present.get();
        Life now =
                advance.isStillWaiting(life)
                        ? life
                        : advance.advance(
                                new Advance.Change(
                                        life, life.open(), life.origin().event(), List.of()));
        return now.awaitsFacts()
                ? Optional.of(waiting.due(life.origin().recordedAt()))
                : Optional.empty();
    }
}
