package io.tieout.connectors.quickbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.connectors.ComponentResources;
import io.tieout.connectors.StubVendor;
import io.tieout.connectors.StubVendor.Answer;
import io.tieout.connectors.StubVendor.Request;
import io.tieout.connectors.TestDatabase;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.quickbooks.report.Report;
import io.tieout.connectors.token.Authorizations;
import io.tieout.connectors.token.Tokens;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.model.quickbooks.EntityType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLDecoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What we send is what is on the tape, and what is on the tape we understand.
@QuarkusTest
@QuarkusTestResource(ComponentResources.class)
class QuickBooksTapeTest {
    private static final RealmId REALM = new RealmId("9130");
    private static final Instant SINCE = Instant.parse("2026-11-22T14:00:00Z");
    private static final String PAIR =
            "{\"access_token\":\"access\",\"refresh_token\":\"refresh-2\",\"expires_in\":3600}";

    private final QuickBooks quickBooks;
    private final Tokens tokens;
    private final Authorizations authorizations;
    private final int port;
    private StubVendor vendor;

    @Inject
    QuickBooksTapeTest(
            QuickBooks quickBooks,
            Tokens tokens,
            Authorizations authorizations,
            @ConfigProperty(name = "stub.port") int port) {
        this.authorizations = authorizations;
        this.quickBooks = quickBooks;
        this.tokens = tokens;
        this.port = port;
    }

    @BeforeEach
    void start() throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestDatabase.url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("delete from connections.tokens");
            statement.execute("delete from connections.pauses");
            statement.execute("update connections.slots set holder = null, free_at = '-infinity'");
        }
        tokens.seed();
        vendor = new StubVendor(port);
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    static Stream<Tape> books() {
        return Tape.all(REALM.value()).stream()
                .filter(tape ->
                        !tape.call().startsWith("refresh") && !tape.call().startsWith("exchange"));
    }

    static Stream<Tape> tokens() {
        return Tape.all(REALM.value()).stream().filter(tape -> tape.call().startsWith("refresh"));
    }

    static Stream<Tape> codes() {
        return Tape.all(REALM.value()).stream().filter(tape -> tape.call().startsWith("exchange"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codes_are_exchanged_as_the_tape_says(Tape tape) {
        vendor.script(_ -> tape.answer());
        JsonNode form = tape.request().path("form");

        Authorizations.Begun begun =
                authorizations.begin(Vendor.QUICKBOOKS, form.path("redirect_uri").asText());
        Authorizations.Ended ended =
                authorizations.finish(
                        begun.state(), form.path("code").asText(), REALM.value(), null);

        if (tape.status() == 200) {
            assertThat(ended).isInstanceOf(Authorizations.Ended.Connected.class);
            assertThat(tokens.accessToken(quickBooks.connection(REALM)).secret().value())
                    .isEqualTo(tape.response().at("/body/access_token").asText());
        } else {
            assertThat(ended)
                    .isEqualTo(
                            new Authorizations.Ended.Refused(
                                    "The vendor refused the code: "
                                            + tape.response().at("/body/error").asText()
                                            + "."));
        }
        Request sent = vendor.requests("/oauth2").getFirst();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.path()).isEqualTo(tape.request().path("path").asText());
        assertHeaders(tape, sent);
        assertThat(parameters(sent.text())).isEqualTo(expected(form));
    }

    @ParameterizedTest
    @MethodSource("books")
    void the_books_are_asked_as_the_tape_says_and_its_answer_is_understood(Tape tape) {
        vendor.script(request ->
                request.path().startsWith("/oauth2") ? Answer.of(200, PAIR) : tape.answer());

        if (tape.isFault()) {
            VendorException failure = catchThrowableOfType(VendorException.class, () -> call(tape));
            assertThat(failure.fault().trace().code()).isEqualTo(tape.faultCode());
            assertThat(failure.fault().trace().httpStatus()).isEqualTo(tape.status());
        } else {
            check(tape, call(tape));
        }

        Request sent =
                vendor.requests().stream()
                        .filter(request -> !request.path().startsWith("/oauth2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(sent.method()).isEqualTo(tape.request().path("method").asText());
        assertThat(sent.path()).isEqualTo("/quickbooks" + tape.request().path("path").asText());
        assertThat(parameters(sent.rawQuery())).isEqualTo(expected(tape.request().path("query")));
        assertHeaders(tape, sent);
        if (tape.request().has("body")) {
            assertThat(VendorJson.read(sent.body())).isEqualTo(tape.request().path("body"));
        }
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void tokens_are_asked_for_as_the_tape_says(Tape tape) {
        vendor.script(request ->
                request.path().startsWith("/oauth2")
                        ? tape.answer()
                        : Answer.of(200, "{\"QueryResponse\":{}}"));

        boolean good = tape.status() == 200;
        if (good) {
            assertThat(tokens.accessToken(quickBooks.connection(REALM)).secret().value())
                    .isEqualTo(tape.response().at("/body/access_token").asText());
            assertThat(tokens.statuses())
                    .filteredOn(status -> status.connection().value().equals("quickbooks:9130"))
                    .singleElement()
                    .satisfies(status -> assertThat(status.hardExpiresAt()).isNotNull());
        } else {
            assertThat(
                            catchThrowableOfType(
                                            VendorException.class,
                                            () -> tokens.accessToken(quickBooks.connection(REALM)))
                                    .errorCode())
                    .isEqualTo("quickbooks-needs-reauth");
        }

        Request sent = vendor.requests("/oauth2").getFirst();
        assertThat(sent.path()).isEqualTo(tape.request().path("path").asText());
        assertHeaders(tape, sent);
        Map<String, String> form = parameters(sent.text());
        assertThat(form.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        expected(tape.request().path("form")).keySet());
        assertThat(form).containsEntry("grant_type", "refresh_token");
    }

    private Object call(Tape tape) {
        byte[] body = VendorJson.write(tape.request().path("body"));
        String requestId = tape.request().at("/query/requestid").asText();
        String path = tape.request().path("path").asText();
        EntityId id = new EntityId(path.substring(path.lastIndexOf('/') + 1));
        return switch (tape.call()) {
            case "create invoice" -> quickBooks.create(REALM, EntityType.INVOICE, body, requestId);
            case "create customer" ->
                    quickBooks.create(REALM, EntityType.CUSTOMER, body, requestId);
            case "update customer" ->
                    quickBooks.update(REALM, EntityType.CUSTOMER, body, requestId);
            case "create bill" -> quickBooks.create(REALM, EntityType.BILL, body, requestId);
            case "create purchase order" ->
                    quickBooks.create(REALM, EntityType.PURCHASE_ORDER, body, requestId);
            case "create journal entry" ->
                    quickBooks.create(REALM, EntityType.JOURNAL_ENTRY, body, requestId);
            case "create time activity" ->
                    quickBooks.create(REALM, EntityType.TIME_ACTIVITY, body, requestId);
            case "update bill" -> quickBooks.update(REALM, EntityType.BILL, body, requestId);
            case "update purchase" ->
                    quickBooks.update(REALM, EntityType.PURCHASE, body, requestId);
            case "void invoice" -> quickBooks.voidInvoice(REALM, body, requestId);
            case "read invoice" -> quickBooks.read(REALM, EntityType.INVOICE, id);
            case "query invoices" -> quickBooks.query(REALM, of("70"));
            case "query invoices of nobody" -> quickBooks.query(REALM, of("999999"));
            case "query a wrong field" ->
                    quickBooks.query(
                            REALM, Select.from(EntityType.INVOICE).where("Nonsense", "=", "1"));
            case "read changes" ->
                    quickBooks.cdc(REALM, List.of(EntityType.INVOICE, EntityType.BILL), SINCE);
            case "read changes from too long ago" ->
                    quickBooks.cdc(
                            REALM,
                            List.of(EntityType.INVOICE),
                            Instant.parse("2020-01-01T00:00:00Z"));
            case "batch" -> quickBooks.batch(REALM, body, requestId);
            case "read company info" -> quickBooks.companyInfo(REALM);
            case "read preferences" -> quickBooks.preferences(REALM);
            case "read profit and loss" ->
                    quickBooks.profitAndLoss(
                            REALM,
                            LocalDate.parse("2015-01-01"),
                            LocalDate.parse("2035-12-31"),
                            AccountingMethod.ACCRUAL);
            case "read pdf" -> quickBooks.pdf(REALM, new EntityId("130"));
            default -> throw new IllegalArgumentException("No call for " + tape.call());
        };
    }

    private static Select of(String customer) {
        return Select.from(EntityType.INVOICE).where("CustomerRef", "=", customer);
    }

    private static void check(Tape tape, Object understood) {
        JsonNode body = tape.response().path("body");
        switch (understood) {
            case JsonNode entity -> assertThat(entity).isEqualTo(body.elements().next());
            case List<?> hits -> assertThat(hits).hasSize(body.at("/QueryResponse/Invoice").size());
            case Changes changes -> {
                assertThat(changes.changed().get(EntityType.INVOICE)).hasSize(1);
                assertThat(changes.deleted())
                        .singleElement()
                        .extracting(deletion -> deletion.id().value())
                        .isEqualTo("131");
                assertThat(changes.serverTime()).isEqualTo("2026-11-22T14:51:22.123Z");
            }
            case Map<?, ?> items -> {
                assertThat(items.get("b1")).isInstanceOf(BatchItem.Stored.class);
                assertThat(items.get("b2")).isInstanceOf(BatchItem.Failed.class);
                assertThat(items.get("b3")).isInstanceOf(BatchItem.Queried.class);
            }
            case Report report -> {
                assertThat(report.columns())
                        .extracting(Report.Column::key)
                        .containsExactly("account", "70", "0", "total");
                assertThat(report.amount("COGS", 1)).isEqualTo("2486.40");
                assertThat(report.amount("NetIncome", 3)).isEqualTo("-192.80");
            }
            case byte[] pdf ->
                    assertThat(new String(pdf, UTF_8))
                            .isEqualTo(tape.response().path("text").asText());
            default -> throw new IllegalStateException("Unknown result " + understood);
        }
    }

    private static void assertHeaders(Tape tape, Request sent) {
        tape.request()
                .path("headers")
                .properties()
                .forEach(header -> {
                    if (!header.getKey().equals("Authorization")) {
                        assertThat(sent.header(header.getKey()))
                                .as(header.getKey())
                                .startsWith(header.getValue().asText());
                    }
                });
        assertThat(sent.header("Authorization")).matches("(Bearer|Basic) .+");
    }

    private static Map<String, String> expected(JsonNode parameters) {
        Map<String, String> expected = new TreeMap<>();
        parameters
                .properties()
                .forEach(entry ->
                        expected.put(
                                entry.getKey(),
                                entry.getValue().asText().replace("{since}", SINCE.toString())));
        return expected;
    }

    private static Map<String, String> parameters(String raw) {
        return Arrays.stream(raw.split("&"))
                .filter(part -> part.contains("="))
                .map(part -> part.split("=", 2))
                .collect(
                        Collectors.toMap(
                                part -> part[0],
                                part -> URLDecoder.decode(part[1], UTF_8),
                                (one, _) -> one,
                                TreeMap::new));
    }
}
