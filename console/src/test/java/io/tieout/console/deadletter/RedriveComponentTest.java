package io.tieout.console.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.intake.DeadLetterHeaders;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class RedriveComponentTest {
    private static final String REDRIVE = Topics.COMMANDS.redriveName();

    @Inject Feed feed;

    @Inject RecordingPublisher publisher;

    @Inject DeadLetters letters;

    @Inject Events events;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void keeps_unreadable_bytes_and_sends_them_to_their_group_as_they_came() {
        byte[] garbage = {(byte) 0xff, 0, 1, '{', (byte) 0xc3};
        UUID id = kept(1, garbage);

        redrive(Demo.OPERATOR, Map.of("ids", List.of(id)))
                .statusCode(200)
                .body("[0].answer", is("sent"));

        RecordingPublisher.Sent sent = publisher.sentTo(REDRIVE).getFirst();
        assertThat(sent.value()).isEqualTo(garbage);
        assertThat(sent.key()).isEqualTo("41");
        assertThat(sent.headers())
                .containsEntry(DeadLetterHeaders.REDRIVE_GROUP, "ingest-service")
                .containsEntry(DeadLetterHeaders.REDRIVEN_BY, Demo.OPERATOR);
        await().untilAsserted(() ->
                assertThat(publisher.published(Topics.COMMANDS))
                        .extracting(EventEnvelope::payload)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                CommandEvent.DeadLetterRedriven.class,
                                command -> {
                                    assertThat(command.deadLetterId()).isEqualTo(id.toString());
                                    assertThat(command.patched()).isFalse();
                                }));
    }

    @Test
    void sends_nothing_in_a_dry_run_and_nothing_twice() {
        UUID id = kept(2, WireJson.write(command()));

        redrive(Demo.ADMIN, Map.of("ids", List.of(id), "dryRun", true))
                .statusCode(200)
                .body("[0].answer", is("would-send"))
                .body("[0].sentence", containsString("finance.commands.v1.redrive"));
        assertThat(publisher.sentTo(REDRIVE)).isEmpty();

        redrive(Demo.ADMIN, Map.of("ids", List.of(id))).body("[0].answer", is("sent"));
        redrive(Demo.ADMIN, Map.of("ids", List.of(id)))
                .body("[0].answer", is("refused"))
                .body("[0].sentence", containsString("already"));
        assertThat(publisher.sentTo(REDRIVE)).hasSize(1);
    }

    @Test
    void makes_a_patched_message_a_new_event_caused_by_the_old_one() throws IOException {
        EventEnvelope<CommandEvent> old = command();
        UUID id = kept(3, WireJson.write(old));

        redrive(Demo.OPERATOR, Map.of("ids", List.of(id), "patch", Map.of("sheetId", "4242")))
                .body("[0].answer", is("sent"));

        JsonNode sent = WireJson.mapper().readTree(publisher.sentTo(REDRIVE).getFirst().value());
        assertThat(sent.path("causationId").asText()).isEqualTo(old.eventId().toString());
        assertThat(sent.path("eventId").asText()).isNotEqualTo(old.eventId().toString());
        assertThat(sent.path("correlationId").asText()).isEqualTo("c-1");
        assertThat(sent.path("payload").path("sheetId").asText()).isEqualTo("4242");
        assertThat(sent.path("payload").path("person").asText()).isEqualTo("olga@harbor.example");
    }

    @Test
    void refuses_a_patch_that_still_breaks_the_contract() {
        UUID id = kept(4, WireJson.write(command()));

        redrive(Demo.OPERATOR, Map.of("ids", List.of(id), "patch", Map.of("type", "no-such")))
                .body("[0].answer", is("refused"))
                .body("[0].sentence", containsString("still does not fit"));
        assertThat(letters.find(id).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void leaves_a_letter_open_that_kafka_did_not_take() {
        UUID id = kept(5, WireJson.write(command()));
        publisher.breakDown();

        redrive(Demo.OPERATOR, Map.of("ids", List.of(id))).body("[0].answer", is("not-sent"));
        publisher.repair();

        assertThat(letters.find(id).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void refuses_who_does_not_run_the_system() {
        UUID id = kept(6, WireJson.write(command()));

        for (String person : List.of(Demo.VIEWER, Demo.FINANCE, Demo.APPROVER)) {
            redrive(person, Map.of("ids", List.of(id)))
                    .statusCode(403)
                    .body("sentence", containsString("Only an operator or an admin"));
        }
        assertThat(publisher.sentTo(REDRIVE)).isEmpty();
    }

    @Test
    void shows_what_would_be_sent_before_the_page_sends_it() {
        UUID id = kept(7, WireJson.write(command()));
        String session = Demo.session(Demo.OPERATOR);

        Demo.browser(session)
                .formParam("pick", id.toString())
                .post("/dead-letters")
                .then()
                .statusCode(200)
                .body(containsString("nothing has been sent"));
        assertThat(publisher.sentTo(REDRIVE)).isEmpty();

        Demo.browser(session)
                .formParam("pick", id.toString())
                .formParam("confirmed", "true")
                .post("/dead-letters")
                .then()
                .statusCode(200);
        assertThat(publisher.sentTo(REDRIVE)).hasSize(1);
    }

    @Test
    void says_of_state_that_newer_state_has_come_since() {
        RowRef row = new RowRef(new SheetId("4199"), new RowId("1"));
        RowEvent gone = new RowGone(row, new RealmId("9130"), SheetRole.BILLING);
        UUID old = kept(Topics.SMARTSHEET_ROWS, 8, WireJson.write(state(gone, 7)));
        UUID newest = kept(Topics.SMARTSHEET_ROWS, 9, WireJson.write(state(gone, 12)));
        feed.row(gone, 12);
        await().untilAsserted(() ->
                redrive(Demo.OPERATOR, Map.of("ids", List.of(old, newest), "dryRun", true))
                        .body("[0].answer", is("superseded"))
                        .body("[0].sentence", containsString("version 12"))
                        .body("[1].answer", is("would-send")));

        redrive(Demo.OPERATOR, Map.of("ids", List.of(old))).body("[0].answer", is("sent"));

        assertThat(letters.find(old).orElseThrow().isOpen()).isFalse();
    }

    private EventEnvelope<RowEvent> state(RowEvent row, long version) {
        return events.started(
                Connections.smartsheet("us", "default"),
                new SourceRevision(version, 1),
                new CorrelationId("c-1"),
                row);
    }

    private static ValidatableResponse redrive(String person, Map<String, Object> body) {
        return Demo.as(person).body(body).post("/api/dead-letters/redrive").then();
    }

    private UUID kept(long offset, byte[] value) {
        return kept(Topics.COMMANDS, offset, value);
    }

    private UUID kept(Topic<?> topic, long offset, byte[] value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(topic.deadLetterName(), 3, offset, "41", value);
        header(record, DeadLetterHeaders.ERROR_CODE, "contract-violated");
        header(
                record,
                DeadLetterHeaders.GROUP,
                topic.equals(Topics.COMMANDS) ? "ingest-service" : "invoice-service");
        header(record, DeadLetterHeaders.REASON, "a\u0000b");
        feed.deadLetter(record);
        feed.deadLetter(record);
        String place = topic.deadLetterName() + "/3/" + offset;
        UUID id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(letters.find(id)).isPresent());
        return id;
    }

    private static void header(ConsumerRecord<String, byte[]> record, String name, String text) {
        record.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private EventEnvelope<CommandEvent> command() {
        return events.started(
                Connections.quickbooks(new RealmId("9130")),
                SourceRevision.NONE,
                new CorrelationId("c-1"),
                new CommandEvent.SweepRequested(
                        "olga@harbor.example",
                        Instant.parse("2026-11-22T10:00:00Z"),
                        new SheetId("41")));
    }
}
