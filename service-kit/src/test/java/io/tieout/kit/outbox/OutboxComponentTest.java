package io.tieout.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.store.Inbox;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
class OutboxComponentTest {
    @Inject Outbox outbox;

    @Inject Inbox inbox;

    @Inject RecordingPublisher publisher;

    @Inject Events events;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void publishes_what_was_committed_in_order() {
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, 50).forEach(this::append));

        await().untilAsserted(() ->
                assertThat(sheets())
                        .containsExactlyElementsOf(
                                IntStream.range(0, 50).mapToObj(i -> "s" + i).toList()));
    }

    @Test
    void publishes_nothing_of_work_that_was_rolled_back() {
        QuarkusTransaction.begin();
        append(1);
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew().run(() -> append(2));

        await().untilAsserted(() -> assertThat(sheets()).containsExactly("s2"));
    }

    @Test
    void keeps_what_the_broker_did_not_take_and_sends_it_later() {
        publisher.breakDown();
        QuarkusTransaction.requiringNew().run(() -> append(7));

        publisher.repair();

        await().untilAsserted(() -> assertThat(sheets()).contains("s7"));
    }

    @Test
    void works_on_an_event_delivered_ten_times_once() {
        EventEnvelope<CommandEvent> event = event(3);

        long first =
                IntStream.range(0, 10)
                        .filter(_ ->
                                QuarkusTransaction.requiringNew()
                                        .call(() -> inbox.firstTime(event.eventId())))
                        .count();

        assertThat(first).isEqualTo(1);
    }

    private void append(int number) {
        outbox.append(Topics.COMMANDS, "one-key", event(number));
    }

    private EventEnvelope<CommandEvent> event(int number) {
        return events.started(
                Connections.quickbooks(new RealmId("9130")),
                SourceRevision.NONE,
                new CorrelationId("c-1"),
                new CommandEvent.SweepRequested(
                        "olga@harbor.example",
                        Instant.parse("2026-11-22T10:00:00Z"),
                        new SheetId("s" + number)));
    }

    private List<String> sheets() {
        return publisher.published(Topics.COMMANDS).stream()
                .map(event -> ((CommandEvent.SweepRequested) event.payload()).sheetId().value())
                .toList();
    }
}
