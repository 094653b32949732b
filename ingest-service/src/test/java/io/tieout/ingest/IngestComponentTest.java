package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tieout.ingest.approval.Drafts;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.sign.Verifier;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.Role;
import io.tieout.model.effect.AddComment;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.Uuid7;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The service with a real PostgreSQL between stand-ins of both vendors.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class IngestComponentTest {
    private static final String STATUS = "101";
    private static final String HOURS = "104";
    private static final String REFERENCE = "105";
    private static final String FINANCE = "106";
    private static final String PM = "pm@harbor.example";

    @Inject Edges edges;
    @Inject RecordingPublisher publisher;
    @Inject Jdbi jdbi;

    @BeforeEach
    void connected() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    assertThat(FakeVendors.SHEET.hookStatus()).isEqualTo("ENABLED");
                    assertThat(
                                    flag(
                                            "SELECT bool_and(whole_done >= whole_wanted AND sweep_done >= sweep_wanted) FROM sheets"))
                            .isTrue();
                    assertThat(flag("SELECT bool_and(NOT loading) FROM books")).isTrue();
                    assertThat(flag("SELECT count(*) = 0 FROM outbox WHERE sent_at IS NULL"))
                            .isTrue();
                });
    }

    @Test
    void publishes_a_changed_row_after_one_read_of_all_that_changed() {
        FakeVendors.SHEET.set("11", STATUS, "Ready to Bill", PM);
        FakeVendors.SHEET.set("12", STATUS, "In Progress", PM);
        FakeVendors.SHEET.set("12", HOURS, "eleven", PM);
        int readsBefore = readsOfRows();
        // Held for as long as both callbacks take, however slow the machine is.
        pauseReading("now() + interval '1 hour'");

        edges.tellOfRows("11");
        edges.tellOfRows("12");
        await().untilAsserted(() ->
                assertThat(flag("SELECT count(*) = 2 FROM due_rows WHERE row_id IN ('11', '12')"))
                        .isTrue());
        pauseReading("NULL");

        await().untilAsserted(() -> assertThat(rows("11")).hasSize(1));
        await().untilAsserted(() -> assertThat(rows("12")).hasSize(1));
        RowObserved ready = (RowObserved) rows("11").getFirst().payload();
        RowObserved odd = (RowObserved) rows("12").getFirst().payload();
        assertThat(((BillingFields) ready.fields()).ready()).isTrue();
        assertThat(odd.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("number-expected"));
        assertThat(readsOfRows() - readsBefore).isEqualTo(1);
    }

    @Test
    void works_on_a_repeated_callback_once() {
        FakeVendors.SHEET.set("21", STATUS, "In Progress", PM);
        String body = edges.tellOfRows("21");
        await().untilAsserted(() -> assertThat(rows("21")).hasSize(1));
        int readsBefore = readsOfRows();

        for (int i = 0; i < 10; i++) {
            edges.deliver(body);
        }
        FakeVendors.SHEET.set("22", STATUS, "In Progress", PM);
        edges.tellOfRows("22");

        await().untilAsserted(() -> assertThat(rows("22")).hasSize(1));
        assertThat(rows("21")).hasSize(1);
        assertThat(readsOfRows() - readsBefore).isEqualTo(1);
    }

    @Test
    void says_nothing_of_a_row_that_says_nothing_new_and_tells_when_it_is_gone() {
        FakeVendors.SHEET.set("31", STATUS, "In Progress", PM);
        edges.tellOfRows("31");
        await().untilAsserted(() -> assertThat(rows("31")).hasSize(1));
        FakeVendors.SHEET.set("31", "999", "not mapped", PM);
        edges.tellOfRows("31");
        FakeVendors.SHEET.delete("31");

        edges.tell("{\"objectType\":\"row\",\"eventType\":\"deleted\",\"id\":31}");

        await().untilAsserted(() -> assertThat(rows("31")).hasSize(2));
        assertThat(rows("31").getLast().payload()).isInstanceOf(RowGone.class);
        assertThat(rows("31").getLast().sourceRevision())
                .isGreaterThan(rows("31").getFirst().sourceRevision());
    }

    @Test
    void stops_when_a_column_is_missing_and_goes_on_by_itself() {
        FakeVendors.SHEET.removeColumn(HOURS);
        edges.tell("{\"objectType\":\"column\",\"eventType\":\"deleted\",\"id\":104}");
        await().untilAsserted(() ->
                assertThat(findings())
                        .anySatisfy(finding ->
                                assertThat(finding)
                                        .isInstanceOfSatisfying(
                                                FindingOpened.class,
                                                IngestComponentTest::namesTheColumn)));
        FakeVendors.SHEET.set("41", STATUS, "Ready to Bill", PM);
        edges.tellOfRows("41");
        await().untilAsserted(() -> assertThat(flag("SELECT count(*) = 0 FROM due_rows")).isTrue());
        assertThat(rows("41")).isEmpty();

        FakeVendors.SHEET.reset();
        edges.tell("{\"objectType\":\"column\",\"eventType\":\"created\",\"id\":104}");

        await().untilAsserted(() -> assertThat(rows("41")).hasSize(1));
        await().untilAsserted(() ->
                assertThat(findings()).hasAtLeastOneElementOfType(FindingResolved.class));
    }

    private static void namesTheColumn(FindingOpened finding) {
        assertThat(finding.kind()).isEqualTo(FindingKind.MAPPING_BROKEN);
        assertThat(finding.title()).contains("\"Billing\"");
        assertThat(finding.detail()).contains("\"Hours\"");
        assertThat(finding.remedy()).contains("Restore column \"Hours\"");
    }

    @Test
    void refuses_a_bad_signature_without_a_trace() {
        int before = publisher.sentTo("smartsheet.callbacks.v1").size();
        String body = "{\"nonce\":\"x\",\"webhookId\":%s}".formatted(FakeSheet.WEBHOOK);

        edges.post(body, Edges.sign(body + " ")).then().statusCode(401);
        edges.post(body, "").then().statusCode(401);
        edges.post("{\"nonce\":\"no id\"}", Edges.sign(body)).then().statusCode(401);

        assertThat(publisher.sentTo("smartsheet.callbacks.v1")).hasSize(before);
    }

    @Test
    void refuses_webhooks_that_are_not_ours() {
        String body = "{\"nonce\":\"x\",\"webhookId\":777}";

        edges.post(body, Edges.sign(body)).then().statusCode(403);
        RestAssured.given()
                .header("Smartsheet-Hook-Challenge", "c")
                .body("{\"challenge\":\"c\",\"webhookId\":777}")
                .post("/webhooks/smartsheet")
                .then()
                .statusCode(403);
    }

    @Test
    void finds_the_webhook_of_a_body_that_does_not_say() {
        String body = "{\"nonce\":\"unnamed\"}";

        edges.post(body, Edges.sign(body)).then().statusCode(200);
    }

    @Test
    void refuses_a_body_beyond_eight_megabytes_before_it_is_sent() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            """
                            POST /webhooks/smartsheet HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/json\r
                            Content-Length: 8388609\r
                            \r
                            """
                                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void asks_to_come_back_when_kafka_does_not_acknowledge() {
        String body = "{\"nonce\":\"y\",\"webhookId\":%s}".formatted(FakeSheet.WEBHOOK);
        publisher.breakDown();
        try {
            edges.post(body, Edges.sign(body)).then().statusCode(503);
        } finally {
            publisher.repair();
        }
    }

    @Test
    void takes_a_signed_body_that_is_no_callback_and_puts_it_aside_later() {
        String body = "signed, but no callback " + Uuid7.at(Instant.now());

        edges.post(body, Edges.sign(body)).then().statusCode(200);
        edges.deliver(body);

        await().untilAsserted(() ->
                assertThat(publisher.sentTo("smartsheet.callbacks.v1.dlq"))
                        .anySatisfy(dead ->
                                assertThat(dead.headers())
                                        .containsEntry("error-code", "unreadable-callback")));
    }

    @Test
    void loads_the_books_with_inactive_entries_and_says_when_it_is_complete() {
        assertThat(entities())
                .anySatisfy(event ->
                        assertThat(event)
                                .isInstanceOfSatisfying(
                                        EntityObserved.class,
                                        observed -> {
                                            assertThat(observed.id().value()).isEqualTo("63");
                                            assertThat(observed.active()).isFalse();
                                        }))
                .hasAtLeastOneElementOfType(BooksLoaded.class);
    }

    @Test
    void follows_changes_deletions_and_voids_of_the_books_and_keeps_the_pdf() {
        String invoice =
                """
                {"TxnDate":"2026-11-20","CustomerRef":{"value":"58"},"TotalAmt":%s,"PrivateNote":"%s","Line":[]}\
                """;
        String anchor = "tieout:" + Drafts.PROPOSAL;
        FakeVendors.BOOKS.put("Invoice", "900", invoice.formatted("10.00", anchor));
        FakeVendors.BOOKS.put("Invoice", "901", invoice.formatted("20.00", ""));
        FakeVendors.BOOKS.put("Invoice", "902", invoice.formatted("30.00", ""));
        await().untilAsserted(() -> assertThat(entities("902")).hasSize(1));

        FakeVendors.BOOKS.put("Invoice", "900", invoice.formatted("0", "Voided " + anchor));
        FakeVendors.BOOKS.delete("Invoice", "901");
        FakeVendors.BOOKS.claimDeleted("Invoice", "902");

        await().untilAsserted(() ->
                assertThat(entities("900").getLast())
                        .isInstanceOfSatisfying(
                                EntityGone.class,
                                gone ->
                                        assertThat(gone.reason())
                                                .isEqualTo(EntityGone.Reason.VOIDED)));
        await().untilAsserted(
                        () -> assertThat(entities("901").getLast()).isInstanceOf(EntityGone.class));
        assertThat(entities("902")).hasSize(1);
        assertThat(entities("58")).hasSize(1);
        await().untilAsserted(() ->
                assertThat(
                                flag(
                                        "SELECT count(*) = 1 FROM documents.invoice_pdfs p JOIN documents.documents d USING (hash) WHERE p.invoice_id = '900'"))
                        .isTrue());
    }

    @Test
    void turns_an_approval_in_the_sheet_into_a_signed_decision() {
        approve("51", 71, "finance@harbor.example");

        await().untilAsserted(() -> assertThat(decisions(71)).hasSize(1));
        DecisionMade decision = decisions(71).getFirst();
        assertThat(decision.person()).isEqualTo("finance@harbor.example");
        assertThat(decision.roles()).containsExactly(Role.FINANCE);
        assertThat(decision.proposalHash()).isEqualTo("ab".repeat(32));
        String publicKey =
                Base64.getEncoder().encodeToString(FakeVendors.KEYS.getPublic().getEncoded());
        assertThat(new Verifier(publicKey).verify(decision.signedText(), decision.signature()))
                .isTrue();
    }

    @Test
    void refuses_an_approval_by_somebody_without_the_role_with_a_comment() {
        approve("52", 72, PM);

        await().untilAsserted(() ->
                assertThat(comments())
                        .anySatisfy(comment ->
                                assertThat(comment)
                                        .contains(
                                                "pm@harbor.example does not hold the finance role")));
        await().untilAsserted(() ->
                assertThat(findings())
                        .anySatisfy(finding ->
                                assertThat(finding)
                                        .isInstanceOfSatisfying(
                                                FindingOpened.class,
                                                opened ->
                                                        assertThat(opened.kind())
                                                                .isEqualTo(
                                                                        FindingKind
                                                                                .APPROVAL_REFUSED))));
        assertThat(decisions(72)).isEmpty();
    }

    @Test
    void reads_who_may_decide_when_our_clock_has_caught_up_with_the_vendors() {
        int asked = FakeVendors.requests("/shares").size();
        FakeVendors.SHEET.clockAhead(Duration.ofSeconds(3));
        try {
            approve("54", 74, "finance@harbor.example");

            await().untilAsserted(() -> assertThat(decisions(74)).hasSize(1));
            assertThat(FakeVendors.requests("/shares").size() - asked).isLessThan(4);
        } finally {
            FakeVendors.SHEET.clockAhead(Duration.ZERO);
        }
    }

    @Test
    void refuses_an_approval_by_somebody_who_lost_the_sheet_meanwhile() {
        FakeVendors.SHEET.unshare("finance@harbor.example");
        try {
            approve("53", 73, "finance@harbor.example");

            await().untilAsserted(() ->
                    assertThat(comments())
                            .anySatisfy(comment ->
                                    assertThat(comment)
                                            .contains(
                                                    "not shared with finance@harbor.example any more")));
            assertThat(decisions(73)).isEmpty();
        } finally {
            FakeVendors.SHEET.share("finance@harbor.example");
        }
    }

    private void approve(String row, int realm, String person) {
        FakeVendors.SHEET.set(row, STATUS, "Ready to Bill", PM);
        FakeVendors.SHEET.set(row, REFERENCE, "TD-000042 r2", "tieout@harbor.example");
        FakeVendors.SHEET.set(row, FINANCE, "Approved", person);
        edges.tellOfRows(row);
        await().untilAsserted(() -> assertThat(rows(row)).hasSize(1));
        ProposalState state =
                Drafts.waiting(
                        new RealmId(Integer.toString(realm)),
                        EffectState.Status.DONE,
                        List.of(Drafts.row("41", row)),
                        Role.FINANCE);
        EventEnvelope<ProposalState> event =
                new EventEnvelope<>(
                        new EventId(Uuid7.at(Instant.now())),
                        Instant.now(),
                        new ConnectionId("quickbooks:9130"),
                        new SourceRevision(7, 0),
                        new CorrelationId("c-" + row),
                        null,
                        1,
                        Drafts.as(state, realm));
        edges.send(
                "states-in",
                Topics.PROPOSAL_STATES,
                event.payload().proposal().proposalId().toString(),
                WireJson.write(event));
    }

    private List<DecisionMade> decisions(int realm) {
        return publisher.published(Topics.DECISIONS).stream()
                .map(EventEnvelope::payload)
                .filter(decision -> decision.realmId().value().equals(Integer.toString(realm)))
                .toList();
    }

    private Stream<ProposalEvent> proposals() {
        return publisher.published(Topics.PROPOSALS).stream().map(EventEnvelope::payload);
    }

    private List<String> comments() {
        return proposals()
                .map(ProposalMade.class::cast)
                .flatMap(proposal -> proposal.effects().stream())
                .map(effect -> ((AddComment) effect).text().toString())
                .toList();
    }

    private List<FindingEvent> findings() {
        return publisher.published(Topics.FINDINGS).stream().map(EventEnvelope::payload).toList();
    }

    private List<EventEnvelope<RowEvent>> rows(String row) {
        RowRef ref = Drafts.row("41", row);
        return publisher.published(Topics.SMARTSHEET_ROWS).stream()
                .filter(event -> event.payload().row().equals(ref))
                .toList();
    }

    private List<EntityEvent> entities() {
        return publisher.published(Topics.QUICKBOOKS_ENTITIES).stream()
                .map(EventEnvelope::payload)
                .toList();
    }

    private List<EntityEvent> entities(String id) {
        return entities().stream().filter(event -> event.key().endsWith(":" + id)).toList();
    }

    private static int readsOfRows() {
        return (int)
                FakeVendors.requests("/sheets/41").stream()
                        .filter(request ->
                                request.query().containsKey("rowIds")
                                        || request.query().containsKey("rowsModifiedSince"))
                        .count();
    }

    private void pauseReading(String until) {
        jdbi.useHandle(handle ->
                handle.execute(
                        "UPDATE lanes SET paused_until = " + until + " WHERE kind = 'sheet'"));
    }

    private boolean flag(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }
}
