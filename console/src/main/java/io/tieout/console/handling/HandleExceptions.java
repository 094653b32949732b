package io.tieout.console.handling;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.console.access.Person;
import io.tieout.console.handling.ActCheck.Refusal;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.FindingKey;
import io.tieout.console.queue.QueueItem;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends what a person does about exceptions as commands, one for each. It takes effect when it
/// comes back from Kafka, as anybody's would.
@ApplicationScoped
public class HandleExceptions {
    private static final ConnectionId CONSOLE = new ConnectionId("console");

    private final ExceptionQueue queue;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;
    private final MeterRegistry registry;

    HandleExceptions(
            ExceptionQueue queue,
            Outbox outbox,
            Events events,
            Clock clock,
            MeterRegistry registry) {
        this.queue = queue;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.registry = registry;
    }

    /// One answer for each, in their order.
    @Transactional
    public List<ActAnswer> handle(Person person, Act act, List<Pick> picks) {
        return picks.stream().distinct().map(pick -> handle(person, act, pick)).toList();
    }

    /// What would become of it; nothing is sent.
    @Transactional
    public Optional<ActAnswer> refusal(Person person, Act act, Pick pick) {
        Optional<QueueItem> item = queue.find(pick.key());
        return item.isEmpty()
                ? Optional.of(unknown(pick.key()))
                : ActCheck.refusal(person, act, pick.seen(), item.get())
                        .map(refusal -> answer(item.get(), refusal));
    }

    private ActAnswer handle(Person person, Act act, Pick pick) {
        Optional<ActAnswer> refusal = refusal(person, act, pick);
        Optional<QueueItem> item = queue.find(pick.key());
        if (refusal.isPresent() || item.isEmpty()) {
            return refusal.orElseGet(() -> unknown(pick.key()));
        }
        ExceptionCommand command = command(person, act, pick.seen(), item.get());
        EventEnvelope<CommandEvent> event =
                events.started(
                        CONSOLE,
                        SourceRevision.NONE,
                        new CorrelationId(item.get().finding().correlationId()),
                        command);
        outbox.append(Topics.COMMANDS, command.key(), event);
        registry.counter(
                        "exception_acts",
                        "act",
                        act.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
        return new ActAnswer(
                pick.key().toString(),
                item.get().finding().title(),
                "sent",
                "On its way.",
                event.eventId());
    }

    private ExceptionCommand command(
            Person person, Act act, @Nullable String seen, QueueItem item) {
        Instant now = clock.instant();
        String who = person.email();
        FindingKey key = item.key();
        return switch (act) {
            case Act.Assign(@Nullable String owner) ->
                    new ExceptionCommand.ExceptionAssigned(
                            who, now, key.realmId(), key.findingId(), owner);
            case Act.Comment(String text) ->
                    new ExceptionCommand.ExceptionCommented(
                            who, now, key.realmId(), key.findingId(), text);
            case Act.SetDue(@Nullable LocalDate due) ->
                    new ExceptionCommand.ExceptionDueSet(
                            who, now, key.realmId(), key.findingId(), due);
            case Act.Resolve(String reason) ->
                    new ExceptionCommand.ExceptionResolved(
                            who,
                            now,
                            key.realmId(),
                            key.findingId(),
                            reason,
                            seen == null ? item.seen() : seen);
            case Act.Reopen() ->
                    new ExceptionCommand.ExceptionReopened(
                            who, now, key.realmId(), key.findingId());
        };
    }

    private static ActAnswer unknown(FindingKey key) {
        return new ActAnswer(
                key.toString(), key.toString(), "unknown", "There is no such exception.", null);
    }

    private static ActAnswer answer(QueueItem item, Refusal refusal) {
        return new ActAnswer(
                item.key().toString(),
                item.finding().title(),
                refusal.answer(),
                refusal.sentence(),
                null);
    }
}
