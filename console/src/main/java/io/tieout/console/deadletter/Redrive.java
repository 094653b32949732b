package io.tieout.console.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.console.access.Person;
import io.tieout.console.deadletter.DeadLetter.Redriven;
import io.tieout.console.live.Changes;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.kit.publish.Publisher;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives one dead letter its second chance, once. Should the console die between sending and noting
/// it, the letter stays open and may be sent again: the group that reads it recognises the event.
@ApplicationScoped
class Redrive {
    private static final ConnectionId CONSOLE = new ConnectionId("console");
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 10;

    private final DeadLetters letters;
    private final Publisher publisher;
    private final Outbox outbox;
    private final Events events;
    private final Changes changes;
    private final Clock clock;
    private final MeterRegistry registry;
    private final Supersession supersession;

    Redrive(
            DeadLetters letters,
            Publisher publisher,
            Outbox outbox,
            Events events,
            Changes changes,
            Clock clock,
            MeterRegistry registry,
            Supersession supersession) {
        this.letters = letters;
        this.publisher = publisher;
        this.outbox = outbox;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
        this.registry = registry;
        this.supersession = supersession;
    }

    @Transactional
    RedriveAnswer handle(Person person, UUID id, Patch patch, boolean dryRun) {
        Optional<DeadLetter> found = letters.lock(id);
        if (found.isEmpty()) {
            return new RedriveAnswer(id, "unknown", "", "", "", "There is no dead letter " + id);
        }
        DeadLetter letter = found.get();
        return switch (RedrivePlan.of(letter, patch, person.email(), clock.instant())) {
            case RedrivePlan.Refused(String sentence) -> answer(letter, "refused", sentence);
            case RedrivePlan.Send send when dryRun -> wouldSend(letter, send);
            case RedrivePlan.Send send -> send(person, letter, send);
        };
    }

    private RedriveAnswer wouldSend(DeadLetter letter, RedrivePlan.Send send) {
        return supersession
                .of(letter.cause().topic(), send.value())
                .map(why ->
                        answer(
                                letter,
                                RedriveAnswer.SUPERSEDED,
                                why
                                        + ": %s would ignore it. Sending it changes nothing and closes the dead letter."
                                                .formatted(letter.cause().group())))
                .orElseGet(() -> answer(letter, "would-send", words(send, letter)));
    }

    private RedriveAnswer send(Person person, DeadLetter letter, RedrivePlan.Send send) {
        Optional<String> failure = failure(send);
        if (failure.isPresent()) {
            return answer(
                    letter, "not-sent", "Kafka did not take it, it stays open: " + failure.get());
        }
        Instant now = clock.instant();
        boolean patched = send.newEventId() != null;
        letters.redriven(
                letter.id(), new Redriven(now, person.email(), patched, send.newEventId()));
        outbox.append(
                Topics.COMMANDS,
                letter.id().toString(),
                events.<CommandEvent>started(
                        CONSOLE,
                        SourceRevision.NONE,
                        correlation(letter),
                        new CommandEvent.DeadLetterRedriven(
                                person.email(),
                                now,
                                letter.cause().topic(),
                                letter.cause().group(),
                                letter.id().toString(),
                                patched)));
        changes.announce();
        registry.counter("dead_letters_redriven", "topic", letter.cause().topic()).increment();
        return answer(letter, "sent", words(send, letter));
    }

    private Optional<String> failure(RedrivePlan.Send send) {
        try {
            publisher
                    .send(send.topic(), send.key(), send.value(), send.headers())
                    .toCompletableFuture()
                    .get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } catch (TimeoutException _) {
            return Optional.of("no acknowledgement in " + ACKNOWLEDGED_WITHIN_SECONDS + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("the console is stopping");
        }
    }

    private CorrelationId correlation(DeadLetter letter) {
        return letter.correlationId().isBlank()
                ? events.newCorrelation()
                : new CorrelationId(letter.correlationId());
    }

    private static String words(RedrivePlan.Send send, DeadLetter letter) {
        return "%,d bytes to %s with key %s, for %s%s."
                .formatted(
                        send.value().length,
                        send.topic(),
                        send.key().isEmpty() ? "(none)" : send.key(),
                        letter.cause().group(),
                        send.newEventId() == null
                                ? ", as they came"
                                : ", patched, as new event " + send.newEventId());
    }

    private static RedriveAnswer answer(DeadLetter letter, String answer, String sentence) {
        return new RedriveAnswer(
                letter.id(),
                answer,
                letter.cause().topic(),
                letter.cause().group(),
                letter.key(),
                sentence);
    }
}
