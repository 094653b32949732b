package io.tieout.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.error.TransientFailure;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
class IntakeComponentTest {
    private static final String DEAD_LETTERS = Topics.COMMANDS.deadLetterName();

    @Inject Intake intake;

    @Inject RecordingPublisher publisher;

    @Inject Events events;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void hands_an_event_to_the_use_case_once() {
        List<CommandEvent> handled = new ArrayList<>();

        intake.take(command(), Topics.COMMANDS, event -> handled.add(event.payload()));

        assertThat(handled).hasSize(1);
        assertThat(publisher.sentTo(DEAD_LETTERS)).isEmpty();
    }

    @Test
    void puts_an_unreadable_message_aside_with_its_bytes_intact() {
        byte[] garbage = "{\"eventId\": nonsense".getBytes(StandardCharsets.UTF_8);

        intake.take(
                Records.raw(Topics.COMMANDS.name(), "k", garbage),
                Topics.COMMANDS,
                _ -> {
                    throw new AssertionError("must not be handled");
                });

        RecordingPublisher.Sent letter = publisher.sentTo(DEAD_LETTERS).getFirst();
        assertThat(letter.value()).isEqualTo(garbage);
        assertThat(letter.headers())
                .containsEntry(DeadLetterHeaders.ERROR_CODE, "unreadable-message")
                .containsEntry(DeadLetterHeaders.GROUP, "kit-test")
                .containsEntry(DeadLetterHeaders.ATTEMPTS, "1")
                .containsEntry(DeadLetterHeaders.TOPIC, "finance.commands.v1")
                .containsKeys(DeadLetterHeaders.STACK, DeadLetterHeaders.AT);
    }

    @Test
    void puts_an_event_of_unknown_type_aside() {
        String unknown =
                new String(command().value(), StandardCharsets.UTF_8)
                        .replace("sweep-requested", "no-such");

        intake.take(Records.raw(Topics.COMMANDS.name(), "k", unknown), Topics.COMMANDS, _ -> {});

        assertThat(publisher.sentTo(DEAD_LETTERS)).hasSize(1);
    }

    @Test
    void tries_what_may_pass_again_and_then_succeeds() {
        AtomicInteger tries = new AtomicInteger();

        intake.take(
                command(),
                Topics.COMMANDS,
                _ -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new TransientFailure(new ErrorCode("busy"), "busy", null);
                    }
                });

        assertThat(tries).hasValue(3);
        assertThat(publisher.sentTo(DEAD_LETTERS)).isEmpty();
    }

    @Test
    void gives_up_what_never_passes_and_says_how_often_it_tried() {
        intake.take(
                command(),
                Topics.COMMANDS,
                _ -> {
                    throw new TransientFailure(new ErrorCode("busy"), "busy", null);
                });

        assertThat(publisher.sentTo(DEAD_LETTERS).getFirst().headers())
                .containsEntry(DeadLetterHeaders.ERROR_CODE, "busy")
                .containsEntry(DeadLetterHeaders.ATTEMPTS, "3");
    }

    @Test
    void does_not_try_poison_twice() {
        AtomicInteger tries = new AtomicInteger();

        intake.take(
                command(),
                Topics.COMMANDS,
                _ -> {
                    tries.incrementAndGet();
                    throw new ContractViolation(
                            new ErrorCode("bad-amount"), "amount of 1e300", null);
                });

        assertThat(tries).hasValue(1);
        assertThat(publisher.sentTo(DEAD_LETTERS).getFirst().headers())
                .containsEntry(DeadLetterHeaders.ERROR_CODE, "bad-amount")
                .containsEntry(DeadLetterHeaders.REASON, "amount of 1e300");
    }

    @Test
    void acts_on_a_redriven_record_only_when_its_own_group_is_named() {
        List<CommandEvent> handled = new ArrayList<>();

        intake.take(
                redriven("somebody-else"), Topics.COMMANDS, event -> handled.add(event.payload()));
        intake.take(redriven("kit-test"), Topics.COMMANDS, event -> handled.add(event.payload()));

        assertThat(handled).hasSize(1);
    }

    private ConsumerRecord<String, byte[]> redriven(String group) {
        ConsumerRecord<String, byte[]> record =
                Records.raw(Topics.COMMANDS.redriveName(), "41", command().value());
        record.headers()
                .add(DeadLetterHeaders.REDRIVE_GROUP, group.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private ConsumerRecord<String, byte[]> command() {
        EventEnvelope<CommandEvent> event =
                events.started(
                        Connections.quickbooks(new RealmId("9130")),
                        SourceRevision.NONE,
                        new CorrelationId("c-1"),
                        new CommandEvent.SweepRequested(
                                "olga@harbor.example",
                                Instant.parse("2026-11-22T10:00:00Z"),
                                new SheetId("41")));
        return Records.of(Topics.COMMANDS, "41", event);
    }
}
