package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What notifications, sweeps and sign-ins do, against a stand-in for QuickBooks.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class BooksComponentTest {
    private static final String TOKEN_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final String SHARES =
            "connections.flows WHERE connection <> '' AND flow LIKE 'ingest-service %' AND flow";

    @Inject Edges edges;
    @Inject RecordingPublisher publisher;
    @Inject Jdbi jdbi;

    @BeforeEach
    void loaded() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(flag("SELECT bool_and(NOT loading) FROM books")).isTrue());
    }

    @Test
    void a_load_lets_those_go_before_it_whom_somebody_waits_for() {
        assertThat(flag("SELECT bool_and(NOT urgent) FROM " + SHARES + " LIKE '% realm load'"))
                .isTrue();
        await().untilAsserted(() ->
                assertThat(flag("SELECT bool_and(urgent) FROM " + SHARES + " LIKE '% realm 9130'"))
                        .isTrue());
        await().untilAsserted(() ->
                assertThat(
                                flag(
                                        "SELECT bool_and(NOT urgent) FROM "
                                                + SHARES
                                                + " LIKE '% sheet whole'"))
                        .isTrue());
    }

    @Test
    void a_merge_takes_the_loser_away_and_finds_what_changed_without_a_new_version() {
        FakeVendors.BOOKS.put("Customer", "700", "{\"DisplayName\":\"Twice Ltd\"}");
        FakeVendors.BOOKS.put("Customer", "701", "{\"DisplayName\":\"Twice Limited\"}");
        FakeVendors.BOOKS.put("Invoice", "702", invoice("701"));
        await().untilAsserted(() -> assertThat(entities("702")).hasSize(1));

        FakeVendors.BOOKS.removeSilently("Customer", "701");
        FakeVendors.BOOKS.changeSilently("Invoice", "702", invoice("700"));
        String told =
                """
                [{"specversion":"1.0","id":"m1","type":"qbo.customer.merged.v1","intuitentityid":"700",
                  "intuitaccountid":"9130","data":{"deletedId":"701"}}]
                """;
        notify(told);
        notify(told);

        await().untilAsserted(() ->
                assertThat(entities("701").getLast())
                        .isInstanceOfSatisfying(
                                EntityGone.class,
                                gone ->
                                        assertThat(gone.reason())
                                                .isEqualTo(EntityGone.Reason.MERGED)));
        await().untilAsserted(() ->
                assertThat(entities("702").getLast())
                        .isInstanceOfSatisfying(
                                EntityObserved.class,
                                observed ->
                                        assertThat(observed.entity().toString())
                                                .contains("counterpartyId=700")));
        assertThat(entities("701")).hasSize(2);
        assertThat(entities("702")).hasSize(2);
    }

    @Test
    void a_deleted_time_activity_is_believed_only_after_a_read() {
        FakeVendors.BOOKS.put("TimeActivity", "710", time());
        FakeVendors.BOOKS.put("TimeActivity", "711", time());
        notify(older("TimeActivity", "710", "Create"));
        await().untilAsserted(() -> assertThat(entities("711")).hasSize(1));

        FakeVendors.BOOKS.removeSilently("TimeActivity", "710");
        notify(older("TimeActivity", "710", "Delete"));
        notify(older("TimeActivity", "711", "Delete"));

        await().untilAsserted(
                        () -> assertThat(entities("710").getLast()).isInstanceOf(EntityGone.class));
        await().untilAsserted(() ->
                assertThat(flag("SELECT count(*) = 0 FROM doubtful_entities")).isTrue());
        assertThat(entities("711")).hasSize(1);
    }

    @Test
    void what_was_gone_and_is_there_again_is_newer_than_its_end() {
        FakeVendors.BOOKS.put("Customer", "720", "{\"DisplayName\":\"Lazarus Inc\"}");
        await().untilAsserted(() -> assertThat(entities("720")).hasSize(1));
        FakeVendors.BOOKS.delete("Customer", "720");
        await().untilAsserted(
                        () -> assertThat(entities("720").getLast()).isInstanceOf(EntityGone.class));

        FakeVendors.BOOKS.put("Customer", "720", "{\"DisplayName\":\"Lazarus Inc\"}");

        await().untilAsserted(() -> assertThat(entities("720")).hasSize(3));
        List<EventEnvelope<EntityEvent>> told = envelopes("720");
        assertThat(told.getLast().payload()).isInstanceOf(EntityObserved.class);
        assertThat(told.getLast().sourceRevision()).isGreaterThan(told.get(1).sourceRevision());
    }

    @Test
    void an_unsigned_notification_leaves_no_trace() {
        int before = publisher.sentTo("quickbooks.notifications.v1").size();

        assertThat(post(older("Invoice", "1", "Create"), "bm9uc2Vuc2U=").statusCode())
                .isEqualTo(401);

        assertThat(publisher.sentTo("quickbooks.notifications.v1")).hasSize(before);
    }

    @Test
    void a_delivery_about_two_companies_is_told_to_each() {
        String body =
                """
                [{"type":"qbo.invoice.created.v1","intuitentityid":"1","intuitaccountid":"9130"},
                 {"type":"qbo.invoice.created.v1","intuitentityid":"2","intuitaccountid":"555"}]
                """;

        assertThat(post(body, sign(body)).statusCode()).isEqualTo(200);

        assertThat(publisher.sentTo("quickbooks.notifications.v1"))
                .extracting(sent -> sent.key())
                .contains("9130", "555");
    }

    @Test
    void connections_are_shown_without_any_token() {
        String shown = RestAssured.get("/connections").then().statusCode(200).extract().asString();

        assertThat(shown)
                .contains("\"connection\":\"quickbooks:9130\"")
                .contains("\"state\":\"CONNECTED\"")
                .contains("\"meteredBudget\":500000")
                .contains("\"name\":\"Harbor Consulting\"")
                .doesNotContain("sheet-token")
                .doesNotContain("refresh-token")
                .doesNotContain("access_token");
    }

    @Test
    void a_sign_in_needs_the_operators_key_and_ends_with_a_tried_connection() {
        Map<String, String> signIn = Map.of("redirectUri", "http://localhost:9/callback");
        RestAssured.given()
                .contentType("application/json")
                .body(signIn)
                .post("/connections/quickbooks/sign-ins")
                .then()
                .statusCode(401);
        String state =
                operator()
                        .body(signIn)
                        .post("/connections/quickbooks/sign-ins")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("state");

        Map<String, String> cameBack = Map.of("state", state, "code", "c-1", "realmId", "9130");
        Response finished = operator().body(cameBack).post("/connections/sign-ins/finish");

        assertThat(finished.statusCode()).isEqualTo(200);
        assertThat(finished.path("company").toString()).isEqualTo("Harbor Consulting");
        operator().body(cameBack).post("/connections/sign-ins/finish").then().statusCode(409);
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return RestAssured.given()
                .contentType("application/json")
                .header(
                        "Authorization",
                        "Bearer "
                                + HexFormat.of()
                                        .formatHex(
                                                hmac(
                                                        Base64.getDecoder().decode(TOKEN_KEY),
                                                        "tieout-operator-1")));
    }

    private void notify(String body) {
        assertThat(post(body, sign(body)).statusCode()).isEqualTo(200);
        publisher.sentTo("quickbooks.notifications.v1").stream()
                .reduce((_, last) -> last)
                .ifPresent(sent ->
                        edges.send(
                                "notifications-in",
                                Topics.QUICKBOOKS_NOTIFICATIONS,
                                sent.key(),
                                sent.value()));
    }

    private static Response post(String body, String signature) {
        return RestAssured.given()
                .contentType("application/cloudevents-batch+json")
                .header("intuit-signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/quickbooks");
    }

    private static String sign(String body) {
        return Base64.getEncoder()
                .encodeToString(hmac("verifier".getBytes(StandardCharsets.UTF_8), body));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String older(String type, String id, String operation) {
        return """
        {"eventNotifications":[{"realmId":"9130","dataChangeEvent":{"entities":[
          {"id":"%s","operation":"%s","name":"%s","lastUpdated":"2026-11-22T10:00:00.000Z"}]}}]}
        """
                .formatted(id, operation, type);
    }

    private static String invoice(String customer) {
        return """
        {"TxnDate":"2026-11-20","CustomerRef":{"value":"%s"},"TotalAmt":100,"Balance":100,"Line":[]}
        """
                .formatted(customer);
    }

    private static String time() {
        return """
        {"TxnDate":"2026-11-20","Hours":2,"CustomerRef":{"value":"58"},"ItemRef":{"value":"1"}}
        """;
    }

    private List<EventEnvelope<EntityEvent>> envelopes(String id) {
        return publisher.published(Topics.QUICKBOOKS_ENTITIES).stream()
                .filter(event -> event.payload().key().endsWith(":" + id))
                .toList();
    }

    private List<EntityEvent> entities(String id) {
        return envelopes(id).stream().map(EventEnvelope::payload).toList();
    }

    private boolean flag(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }
}
