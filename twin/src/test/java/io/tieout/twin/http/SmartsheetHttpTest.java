package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.SHEETS;
import static io.tieout.twin.http.TwinClient.SHEET_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.twin.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmartsheetHttpTest {
    private static final String BILLING = SHEETS + "/sheets/4100000000000001";
    private static final String ROW = "6100000000000001";

    private record Received(byte[] body, String signature) {}

    @TestHTTPResource URI base;

    private TwinClient twin;
    private HttpServer receiver;
    private final List<Received> callbacks = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    @BeforeEach
    void fresh() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    var body = exchange.getRequestBody().readAllBytes();
                    var challenge =
                            exchange.getRequestHeaders().getFirst("Smartsheet-Hook-Challenge");
                    if (challenge != null) {
                        exchange.getResponseHeaders().set("Smartsheet-Hook-Response", challenge);
                        exchange.sendResponseHeaders(200, -1);
                    } else {
                        callbacks.add(
                                new Received(
                                        body,
                                        exchange.getRequestHeaders()
                                                .getFirst("Smartsheet-Hmac-SHA256")));
                        exchange.sendResponseHeaders(answer, -1);
                    }
                    exchange.close();
                });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void enables_a_webhook_by_handshake_and_signs_what_it_tells() throws Exception {
        // Given
        var hook = enabledHook();

        // When
        edit("Ready to Bill");

        // Then
        await().untilAsserted(() -> assertThat(callbacks).hasSize(1));
        var told = callbacks.getFirst();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(hook.path("sharedSecret").asText().getBytes(), "HmacSHA256"));
        assertThat(told.signature()).isEqualTo(HexFormat.of().formatHex(mac.doFinal(told.body())));
        var event = Json.parse(told.body()).path("events").get(0);
        assertThat(event.path("rowId").asText()).isEqualTo(ROW);
        assertThat(event.path("userId").asLong()).isEqualTo(8100000000000001L);
        assertThat(event.has("id")).isFalse();
    }

    @Test
    void retries_after_a_server_error_and_disables_after_a_204() throws Exception {
        // Given
        var id = enabledHook().path("id").asText();
        answer = 503;
        edit("Ready to Bill");
        await().untilAsserted(() -> assertThat(callbacks).hasSizeGreaterThan(2));

        // When
        answer = 204;

        // Then
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("DISABLED_CALLBACK_FAILED"));
    }

    @Test
    void a_webhook_that_nobody_answers_stays_off() throws Exception {
        receiver.stop(0);
        assertThat(enabledHook().path("status").asText()).isEqualTo("DISABLED_VERIFICATION_FAILED");
    }

    @Test
    void lists_webhooks_without_counting_them() throws Exception {
        enabledHook();
        var list = twin.call("GET", SHEETS + "/webhooks", SHEET_TOKEN, null).body();
        assertThat(list.path("totalPages").asInt()).isEqualTo(-1);
        assertThat(list.path("data")).hasSize(1);
    }

    @Test
    void refuses_parallel_writes_to_a_sheet() throws Exception {
        // Given
        twin.control("PUT", "/settings", "{'sheetWriteMs':150}");
        var body = "{'id':" + ROW + ",'cells':[{'columnId':7100000000000021,'value':'x'}]}";

        // When
        List<Future<TwinClient.Reply>> replies;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            replies =
                    IntStream.range(0, 4)
                            .mapToObj(_ ->
                                    threads.submit(() ->
                                            twin.call("PUT", BILLING + "/rows", SHEET_TOKEN, body)))
                            .toList();
        }

        // Then
        assertThat(replies).anySatisfy(one -> assertThat(one.get().status()).isEqualTo(200));
        assertThat(replies)
                .anySatisfy(one ->
                        assertThat(one.get().body().path("errorCode").asInt()).isEqualTo(4004));
    }

    @Test
    void splits_a_bulk_update_into_mutations_with_the_change_agent() throws Exception {
        // When
        twin.call(
                "PUT",
                BILLING + "/rows",
                SHEET_TOKEN,
                "[{'id':6100000000000001,'cells':[{'columnId':7100000000000021,'value':'a'}]},{'id':6100000000000002,'cells':[{'columnId':7100000000000021,'value':'b'}]}]");

        // Then
        var mutations = twin.control("GET", "/mutations", null).body();
        assertThat(mutations).hasSize(2);
        assertThat(mutations.get(1).path("entityId").asText()).isEqualTo("6100000000000002");
        assertThat(mutations.get(1).path("callSeq")).isEqualTo(mutations.get(0).path("callSeq"));
    }

    @Test
    void answers_only_the_version_when_nothing_is_newer() throws Exception {
        var version =
                twin.call("GET", BILLING + "/version", SHEET_TOKEN, null)
                        .body()
                        .path("version")
                        .asInt();
        var same =
                twin.call("GET", BILLING + "?ifVersionAfter=" + version, SHEET_TOKEN, null).body();
        assertThat(same.properties()).hasSize(1);
    }

    @Test
    void throttles_at_three_hundred_a_minute_with_heavy_history() throws Exception {
        // Given
        twin.control("PUT", "/settings", "{'enforceQuota':true,'quotaFactor':0.1}");
        var history = BILLING + "/rows/" + ROW + "/columns/7100000000000002/history";

        // When
        var statuses =
                IntStream.range(0, 40)
                        .mapToObj(_ -> {
                            try {
                                return twin.call("GET", history, SHEET_TOKEN, null);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .filter(reply -> reply.status() == 429)
                        .toList();

        // Then
        assertThat(statuses).hasSizeGreaterThanOrEqualTo(37);
        assertThat(statuses.getFirst().body().path("errorCode").asInt()).isEqualTo(4003);
    }

    @Test
    void knows_its_callers() throws Exception {
        assertThat(twin.call("GET", BILLING, null, null).body().path("errorCode").asInt())
                .isEqualTo(1001);
        assertThat(twin.call("GET", BILLING, "x", null).body().path("errorCode").asInt())
                .isEqualTo(1002);
        assertThat(
                        twin.call("GET", SHEETS + "/sheets/1", SHEET_TOKEN, null)
                                .body()
                                .path("errorCode")
                                .asInt())
                .isEqualTo(1006);
    }

    private com.fasterxml.jackson.databind.JsonNode enabledHook() throws Exception {
        var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        var created =
                twin.call(
                        "POST",
                        SHEETS + "/webhooks",
                        SHEET_TOKEN,
                        "{'name':'t','callbackUrl':'"
                                + url
                                + "','scope':'sheet','scopeObjectId':4100000000000001,'events':['*.*'],'version':1}");
        assertThat(created.body().path("result").path("status").asText())
                .isEqualTo("NEW_NOT_VERIFIED");
        var id = created.body().path("result").path("id").asText();
        return twin.call("PUT", SHEETS + "/webhooks/" + id, SHEET_TOKEN, "{'enabled':true}")
                .body()
                .path("result");
    }

    private String status(String id) throws Exception {
        return twin.call("GET", SHEETS + "/webhooks/" + id, SHEET_TOKEN, null)
                .body()
                .path("status")
                .asText();
    }

    private void edit(String status) throws Exception {
        twin.control(
                "PUT",
                "/sheets/4100000000000001/rows/" + ROW,
                "{'as':'pm@harbor.example','cells':{'Status':'" + status + "'}}");
    }
}
