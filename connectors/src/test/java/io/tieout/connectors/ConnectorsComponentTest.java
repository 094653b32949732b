package io.tieout.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.connectors.StubVendor.Answer;
import io.tieout.connectors.StubVendor.Request;
import io.tieout.connectors.fault.Complaint;
import io.tieout.connectors.fault.Complaints;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quickbooks.BatchItem;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.quickbooks.Select;
import io.tieout.connectors.smartsheet.RowsWritten;
import io.tieout.connectors.smartsheet.SheetRequest;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.connectors.token.ConnectionStatus;
import io.tieout.connectors.token.TokenState;
import io.tieout.connectors.token.Tokens;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLDecoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ComponentResources.class)
class ConnectorsComponentTest {
    private static final RealmId REALM = new RealmId("9130");
    private static final SheetId SHEET = new SheetId("41");
    private static final Pattern PAGE = Pattern.compile("STARTPOSITION (\\d+) MAXRESULTS (\\d+)");
    private static final String ENTITY = "{\"Invoice\":{\"Id\":\"7\",\"SyncToken\":\"0\"}}";

    private final QuickBooks quickBooks;
    private final Smartsheet smartsheet;
    private final Tokens tokens;
    private final Complaints complaints;
    private final int port;
    private StubVendor vendor;

    @Inject
    ConnectorsComponentTest(
            QuickBooks quickBooks,
            Smartsheet smartsheet,
            Tokens tokens,
            Complaints complaints,
            @ConfigProperty(name = "stub.port") int port) {
        this.quickBooks = quickBooks;
        this.smartsheet = smartsheet;
        this.tokens = tokens;
        this.complaints = complaints;
        this.port = port;
    }

    @BeforeEach
    void start() throws IOException, SQLException {
        database(
                "delete from connections.tokens",
                "delete from connections.pauses",
                "delete from connections.problems",
                "update connections.slots set holder = null, free_at = '-infinity'",
                "delete from connections.flows");
        tokens.seed();
        vendor = new StubVendor(port);
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void exactly_the_persisted_bytes_are_sent() {
        byte[] body = "{ \"CustomerRef\":{\"value\":\"58\"}, \"Amount\":150.00 }".getBytes(UTF_8);
        books(_ -> Answer.of(200, ENTITY));

        ObjectNode invoice = quickBooks.create(REALM, EntityType.INVOICE, body, "req-1");

        assertThat(invoice.path("Id").asText()).isEqualTo("7");
        Request sent = vendor.requests("/invoice").getFirst();
        assertThat(sent.body()).isEqualTo(body);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.path()).isEqualTo("/quickbooks/v3/company/9130/invoice");
        assertThat(sent.rawQuery()).contains("minorversion=75").contains("requestid=req-1");
        assertThat(sent.rawQuery()).doesNotContain("operation");
        assertThat(sent.header("Accept")).isEqualTo("application/json");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer access-1");
    }

    @Test
    void the_token_endpoint_gets_a_form_and_basic_authentication() {
        books(_ -> Answer.of(200, ENTITY));

        quickBooks.read(REALM, EntityType.INVOICE, new EntityId("7"));

        Request refresh = vendor.requests("/oauth2").getFirst();
        assertThat(refresh.path()).isEqualTo("/oauth2/v1/tokens/bearer");
        assertThat(refresh.text())
                .contains("grant_type=refresh_token")
                .contains("refresh_token=refresh-1");
        assertThat(refresh.header("Authorization")).isEqualTo("Basic YXBwOmFwcC1zZWNyZXQ=");
    }

    @Test
    void a_statement_arrives_as_written() {
        books(_ -> Answer.of(200, "{\"QueryResponse\":{},\"time\":\"x\"}"));
        String name = "50%41 O'Neil & Söhne + {x} = 1?";

        quickBooks.query(REALM, Select.from(EntityType.CUSTOMER).where("DisplayName", "=", name));

        String query = vendor.requests("/query").getFirst().rawQuery();
        String statement =
                java.util.Arrays.stream(query.split("&"))
                        .filter(part -> part.startsWith("query="))
                        .map(part -> URLDecoder.decode(part.substring(6), UTF_8))
                        .findFirst()
                        .orElseThrow();
        assertThat(statement)
                .isEqualTo(
                        "SELECT * FROM Customer WHERE DisplayName = '50%41 O\\'Neil & Söhne + {x}"
                                + " = 1?' ORDERBY Id STARTPOSITION 1 MAXRESULTS 1000");
    }

    @Test
    void tax_codes_whose_ids_are_words_are_not_ordered_by_them() {
        books(_ -> Answer.of(200, "{\"QueryResponse\":{},\"time\":\"x\"}"));

        quickBooks.query(REALM, Select.from(EntityType.TAX_CODE));

        assertThat(vendor.requests("/query").getFirst().rawQuery()).doesNotContain("ORDERBY");
    }

    @Test
    void a_query_that_was_not_processed_is_asked_once_more_and_then_refused() {
        AtomicInteger left = new AtomicInteger(1);
        books(_ ->
                left.getAndDecrement() > 0
                        ? Answer.of(400, fault("4002"))
                        : Answer.of(200, "{\"QueryResponse\":{\"Customer\":[{\"Id\":\"7\"}]}}"));
        assertThat(quickBooks.query(REALM, Select.from(EntityType.CUSTOMER))).hasSize(1);
        books(_ -> Answer.of(400, fault("4002")));

        VendorFault refused =
                faultOf(() -> quickBooks.query(REALM, Select.from(EntityType.CUSTOMER)));

        assertThat(refused).isInstanceOf(VendorFault.Refused.class);
        assertThat(vendor.requests("/query")).hasSize(2);
    }

    @Test
    void an_answer_that_would_be_too_large_is_asked_for_in_smaller_pages() {
        books(request -> {
            String statement = URLDecoder.decode(request.rawQuery(), UTF_8);
            Matcher page = PAGE.matcher(statement);
            assertThat(page.find()).isTrue();
            int start = Integer.parseInt(page.group(1));
            int size = Integer.parseInt(page.group(2));
            return size > 300 ? Answer.of(400, fault("10100")) : customers(start, size, 600);
        });

        List<ObjectNode> all = quickBooks.query(REALM, Select.from(EntityType.CUSTOMER));

        assertThat(all)
                .extracting(customer -> customer.path("Id").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 600).boxed().toList());
        assertThat(vendor.requests("/query")).hasSize(5);
    }

    private static Answer customers(int start, int size, int count) {
        String hits =
                IntStream.range(start, Math.min(start + size, count + 1))
                        .mapToObj("{\"Id\":\"%d\"}"::formatted)
                        .collect(Collectors.joining(","));
        return Answer.of(200, "{\"QueryResponse\":{\"Customer\":[" + hits + "]}}");
    }

    @Test
    void a_fault_inside_a_200_is_a_fault() {
        books(_ -> Answer.of(200, fault("6070")));

        VendorFault refused =
                faultOf(() ->
                        quickBooks.create(REALM, EntityType.INVOICE, new byte[] {'{', '}'}, "r"));

        assertThat(refused.errorCode()).isEqualTo("quickbooks-6070");
        assertThat(refused).isInstanceOf(VendorFault.Refused.class);
    }

    @Test
    void a_hundred_refused_calls_renew_the_token_once() throws Exception {
        AtomicInteger renewals = new AtomicInteger();
        CountDownLatch refused = new CountDownLatch(100);
        vendor.script(request -> {
            if (request.path().startsWith("/oauth2")) {
                return pair(renewals.incrementAndGet());
            }
            if (request.header("Authorization").equals("Bearer access-1")) {
                refused.countDown();
                awaitAll(refused);
                return Answer.of(401, fault("3200"));
            }
            return Answer.of(200, ENTITY);
        });
        tokens.accessToken(quickBooks.connection(REALM));

        List<Future<ObjectNode>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < 100; call++) {
                calls.add(
                        threads.submit(() ->
                                quickBooks.read(REALM, EntityType.INVOICE, new EntityId("7"))));
            }
        }

        for (Future<ObjectNode> call : calls) {
            assertThat(call.get().path("Id").asText()).isEqualTo("7");
        }
        assertThat(renewals).hasValue(2);
    }

    @Test
    void an_unclear_renewal_is_repeated_once_with_the_old_token() {
        AtomicInteger attempts = new AtomicInteger();
        vendor.script(request -> {
            if (!request.path().startsWith("/oauth2")) {
                return Answer.of(200, ENTITY);
            }
            return attempts.incrementAndGet() == 1 ? Answer.DROPPED : pair(1);
        });

        quickBooks.read(REALM, EntityType.INVOICE, new EntityId("7"));

        assertThat(vendor.requests("/oauth2"))
                .hasSize(2)
                .allMatch(request -> request.text().contains("refresh_token=refresh-1"));
    }

    @Test
    void a_rejected_renewal_needs_a_person() {
        vendor.script(_ -> Answer.of(400, "{\"error\":\"invalid_grant\"}"));

        VendorFault first = faultOf(this::readInvoice);
        vendor.script(_ -> Answer.of(200, ENTITY));
        VendorFault second = faultOf(this::readInvoice);

        assertThat(first).isInstanceOf(VendorFault.Unauthorized.class);
        assertThat(second.errorCode()).isEqualTo("quickbooks-needs-reauth");
        assertThat(vendor.requests()).isEmpty();
        assertThat(status("quickbooks:9130").state()).isEqualTo(TokenState.NEEDS_REAUTH);
    }

    @Test
    void a_restart_tries_a_lost_connection_again() {
        vendor.script(_ -> Answer.of(400, "{\"error\":\"invalid_grant\"}"));
        faultOf(this::readInvoice);
        books(_ -> Answer.of(200, ENTITY));

        tokens.seed();

        readInvoice();
        assertThat(status("quickbooks:9130").state()).isEqualTo(TokenState.CONNECTED);
    }

    @Test
    void the_configured_token_counts_when_the_stored_one_is_rejected() {
        books(_ -> Answer.of(200, ENTITY));
        readInvoice();
        vendor.script(request -> {
            if (request.path().startsWith("/oauth2")) {
                return request.text().contains("refresh_token=refresh-1")
                        ? pair(3)
                        : Answer.of(400, "{\"error\":\"invalid_grant\"}");
            }
            return request.header("Authorization").equals("Bearer access-3")
                    ? Answer.of(200, ENTITY)
                    : Answer.of(401, fault("3200"));
        });

        readInvoice();

        assertThat(status("quickbooks:9130").state()).isEqualTo(TokenState.CONNECTED);
    }

    @Test
    void a_fresh_token_that_is_refused_needs_a_person() {
        AtomicInteger renewals = new AtomicInteger();
        vendor.script(request ->
                request.path().startsWith("/oauth2")
                        ? pair(renewals.incrementAndGet())
                        : Answer.of(401, fault("3200")));

        VendorFault fault = faultOf(this::readInvoice);

        assertThat(fault).isInstanceOf(VendorFault.Unauthorized.class);
        assertThat(renewals).hasValue(2);
        assertThat(status("quickbooks:9130").state()).isEqualTo(TokenState.NEEDS_REAUTH);
    }

    @Test
    void a_link_to_a_file_costs_one_call_and_a_cell_history_ten() throws SQLException {
        vendor.script(request ->
                Answer.of(
                        200,
                        request.path().endsWith("/history")
                                ? "{\"data\":[]}"
                                : "{\"id\":5,\"url\":\"https://files.example/5\"}"));

        smartsheet.attachmentLink(new SheetId("41"), "5");
        assertThat(slotsTaken()).isEqualTo(1);

        smartsheet.cellHistory(new SheetId("41"), new RowId("7"), new ColumnId("3"));
        assertThat(slotsTaken()).isEqualTo(11);
    }

    /// Of a minute, of Smartsheet's quota.
    private int slotsTaken() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestDatabase.url(), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet taken =
                        statement.executeQuery(
                                "select count(*) from connections.slots where connection = '%s' and free_at > '-infinity'"
                                        .formatted(smartsheet.connection()))) {
            assertThat(taken.next()).isTrue();
            return taken.getInt(1);
        }
    }

    @Test
    void a_refused_personal_token_needs_a_person() {
        vendor.script(_ -> Answer.of(401, "{\"errorCode\":1002,\"message\":\"Invalid\"}"));

        assertThat(faultOf(() -> smartsheet.sheetVersion(SHEET)))
                .isInstanceOf(VendorFault.Unauthorized.class);
        assertThat(vendor.requests()).hasSize(1);
        assertThat(status("smartsheet:us:component").state()).isEqualTo(TokenState.NEEDS_REAUTH);
    }

    @Test
    void a_dropped_answer_to_a_write_is_ambiguous_and_not_repeated() {
        books(_ -> Answer.DROPPED);

        VendorFault fault =
                faultOf(() ->
                        quickBooks.create(REALM, EntityType.INVOICE, new byte[] {'{', '}'}, "r"));

        assertThat(fault).extracting("ambiguous").isEqualTo(true);
        assertThat(fault.errorCode()).isEqualTo("quickbooks-io");
        assertThat(vendor.requests("/invoice")).hasSize(1);
    }

    @Test
    void a_slow_answer_to_a_write_is_ambiguous() {
        CountDownLatch never = new CountDownLatch(1);
        books(_ -> {
            awaitAll(never);
            return Answer.of(200, ENTITY);
        });

        VendorFault fault =
                faultOf(() -> quickBooks.batch(REALM, new byte[] {'{', '}'}, "request-1"));
        never.countDown();

        assertThat(fault).extracting("ambiguous").isEqualTo(true);
        assertThat(fault.errorCode()).isEqualTo("quickbooks-timeout");
    }

    @Test
    void a_server_that_is_down_did_nothing() {
        books(_ -> Answer.of(200, ENTITY));
        tokens.accessToken(quickBooks.connection(REALM));
        vendor.close();

        VendorFault fault =
                faultOf(() ->
                        quickBooks.create(REALM, EntityType.INVOICE, new byte[] {'{', '}'}, "r"));

        assertThat(fault).extracting("ambiguous").isEqualTo(false);
    }

    @Test
    void a_vendor_429_pauses_the_realm_without_further_calls() {
        books(_ -> Answer.of(429, fault("3001")));

        VendorFault first = faultOf(this::readInvoice);
        VendorFault second = faultOf(this::readInvoice);

        assertThat(first).extracting("byVendor").isEqualTo(true);
        assertThat(second).extracting("byVendor").isEqualTo(false);
        assertThat(vendor.requests("/invoice")).hasSize(1);
    }

    @Test
    void billed_reads_that_stay_refused_hold_up_no_write_and_the_write_does_not_hide_them()
            throws SQLException {
        // Given
        books(request ->
                request.method().equals("GET")
                        ? Answer.of(429, fault("3001"))
                        : Answer.of(200, ENTITY));
        faultOf(this::readInvoice);
        assertThat(faultOf(this::createInvoice)).extracting("byVendor").isEqualTo(false);
        database(
                "delete from connections.pauses",
                "update connections.problems set since = since - interval '1 minute'");
        faultOf(this::readInvoice);

        // When
        createInvoice();
        VendorFault third = faultOf(this::readInvoice);

        // Then
        assertThat(third).extracting("byVendor").isEqualTo(false);
        assertThat(vendor.requests("/invoice")).hasSize(3);
        assertThat(complaints.all()).extracting(Complaint::code).containsExactly("reads-throttled");
    }

    @Test
    void a_write_that_is_throttled_while_reads_are_leaves_the_whole_realm_alone()
            throws SQLException {
        // Given
        books(_ -> Answer.of(429, fault("3001")));
        faultOf(this::readInvoice);
        database(
                "delete from connections.pauses",
                "update connections.problems set since = since - interval '1 minute'");

        // When
        faultOf(this::createInvoice);

        // Then
        assertThat(faultOf(this::createInvoice)).extracting("byVendor").isEqualTo(false);
        assertThat(vendor.requests("/invoice")).hasSize(2);
    }

    @Test
    void a_batch_tells_each_items_end() {
        books(_ ->
                Answer.of(
                        200,
                        """
                        {"BatchItemResponse":[
                          {"bId":"1","Invoice":{"Id":"7"}},
                          {"bId":"2","Fault":{"Error":[{"code":"6070"}]}}]}
                        """));

        Map<String, BatchItem> items =
                quickBooks.batch(REALM, "{\"BatchItemRequest\":[]}".getBytes(UTF_8), "request-1");

        assertThat(items.get("1")).isInstanceOf(BatchItem.Stored.class);
        assertThat(items.get("2"))
                .isInstanceOfSatisfying(
                        BatchItem.Failed.class,
                        failed -> {
                            assertThat(failed.fault().errorCode()).isEqualTo("quickbooks-6070");
                            assertThat(failed.fault().trace().reference()).isEqualTo("tid-9");
                        });
    }

    @Test
    void a_pdf_arrives_whole() {
        byte[] pdf = "%PDF-1.7 \u0000 binary".getBytes(UTF_8);
        books(_ -> new Answer(200, "application/pdf", pdf));

        assertThat(quickBooks.pdf(REALM, new EntityId("7"))).isEqualTo(pdf);
        assertThat(vendor.requests("/pdf").getFirst().header("Accept"))
                .isEqualTo("application/pdf");
    }

    @Test
    void a_sheet_is_read_with_one_request_for_its_rows() {
        vendor.script(_ ->
                Answer.of(
                        200,
                        """
                        {"id":41,"name":"Billing","version":3,"totalRowCount":9,
                         "columns":[],"rows":[{"id":1,"rowNumber":1,
                         "createdAt":"2026-11-22T10:00:00Z",
                         "modifiedAt":"2026-11-22T10:00:00Z","cells":[]}]}
                        """));

        var sheet =
                smartsheet.getSheet(
                        SheetRequest.rows(SHEET, List.of(new RowId("1"), new RowId("2"))));

        assertThat(sheet.rows()).hasSize(1);
        Request sent = vendor.requests().getFirst();
        assertThat(sent.path()).isEqualTo("/smartsheet/2.0/sheets/41");
        assertThat(URLDecoder.decode(sent.rawQuery(), UTF_8))
                .contains("rowIds=1,2")
                .contains("include=writerInfo,objectValue,discussions,attachments")
                .contains("level=2")
                .doesNotContain("page=")
                .doesNotContain("ifVersionAfter");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer personal-token");
        assertThat(sent.header("Smartsheet-Change-Agent")).isEqualTo("tieout");
        assertThat(sent.header("smartsheet-integration-source"))
                .isEqualTo("APPLICATION,Tieout,Tieout");
    }

    @Test
    void an_update_of_rows_gives_the_new_version() {
        byte[] body = "[ {\"id\":1,\"cells\":[{\"columnId\":2,\"value\":1.10}]} ]".getBytes(UTF_8);
        vendor.script(_ ->
                Answer.of(
                        200,
                        """
                        {"message":"SUCCESS","resultCode":0,"version":4,
                         "result":[{"id":1,"rowNumber":1}]}
                        """));

        RowsWritten written = smartsheet.updateRows(SHEET, body, true);

        assertThat(written.version()).isEqualTo(4L);
        assertThat(vendor.requests().getFirst().body()).isEqualTo(body);
        assertThat(vendor.requests().getFirst().rawQuery()).isEqualTo("allowPartialSuccess=true");
    }

    @Test
    void an_unreadable_success_of_a_write_is_ambiguous() {
        vendor.script(_ -> new Answer(200, "text/html", "<html>".getBytes(UTF_8)));

        VendorFault fault =
                faultOf(() -> smartsheet.addComment(SHEET, new RowId("1"), new byte[] {'{', '}'}));

        assertThat(fault).extracting("ambiguous").isEqualTo(true);
        assertThat(fault.errorCode()).isEqualTo("smartsheet-unreadable");
    }

    private void books(Function<Request, Answer> script) {
        vendor.script(
                request -> request.path().startsWith("/oauth2") ? pair(1) : script.apply(request));
    }

    private void readInvoice() {
        quickBooks.read(REALM, EntityType.INVOICE, new EntityId("7"));
    }

    private void createInvoice() {
        quickBooks.create(REALM, EntityType.INVOICE, "{}".getBytes(UTF_8), "r-1");
    }

    private static void database(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(TestDatabase.url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private ConnectionStatus status(String connection) {
        return tokens.statuses().stream()
                .filter(status -> status.connection().value().equals(connection))
                .findFirst()
                .orElseThrow();
    }

    private static Answer pair(int number) {
        return Answer.of(
                200,
                "{\"access_token\":\"access-%d\",\"refresh_token\":\"refresh-%d\",\"expires_in\":3600}"
                        .formatted(number, number + 1));
    }

    private static String fault(String code) {
        return "{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"code\":\"" + code + "\"}]}}";
    }

    private static VendorFault faultOf(ThrowingCallable call) {
        return catchThrowableOfType(VendorException.class, call).fault();
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
