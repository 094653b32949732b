package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.SHEETS;
import static io.tieout.twin.http.TwinClient.SHEET_TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.twin.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The twin sends what is on the tapes of callbacks: every property with its type, and a signature
/// of the bytes that it sent.
@QuarkusTest
class CallbackTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "smartsheet-callbacks");
    private static final String SHEET = "4100000000000001";

    private record Received(Map<String, String> headers, byte[] body) {}

    @TestHTTPResource URI base;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private TwinClient twin;
    private HttpServer receiver;
    private JsonNode hook;

    @BeforeEach
    void subscribe() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
        twin = new TwinClient(base);
        twin.reset();
        var created =
                twin.call(
                        "POST",
                        SHEETS + "/webhooks",
                        SHEET_TOKEN,
                        "{'name':'t','callbackUrl':'http://127.0.0.1:%d/','scope':'sheet','scopeObjectId':%s,'events':['*.*'],'version':1}"
                                .formatted(receiver.getAddress().getPort(), SHEET));
        hook = created.body().path("result");
        twin.call(
                "PUT",
                SHEETS + "/webhooks/" + hook.path("id").asText(),
                SHEET_TOKEN,
                "{'enabled':true}");
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"challenge", "callback", "status-callback"})
    void sends_what_is_on_the_tape(String name) throws Exception {
        var tape = Json.parse(Files.readAllBytes(TAPES.resolve(name + ".json")));

        provoke(tape.path("provokedBy").asText());

        var expected = tape.path("request");
        var body = Json.parse(expected.path("text").asText());
        await().untilAsserted(() ->
                assertThat(received)
                        .anySatisfy(one -> {
                            assertShape("", body, Json.parse(one.body()));
                            assertThat(one.headers()).containsKeys(names(expected.path("headers")));
                            assertSigned(one);
                        }));
    }

    private void provoke(String what) throws Exception {
        switch (what) {
            case "enable" -> {}
            case "add a row" ->
                    twin.control(
                            "POST",
                            "/sheets/" + SHEET + "/rows",
                            "{'as':'pm@harbor.example','cells':{'Task':'New'}}");
            case "stop sharing" ->
                    twin.control(
                            "PUT",
                            "/sheets/" + SHEET + "/access",
                            "{'person':'tieout@harbor.example','level':null}");
            default -> throw new AssertionError("Nothing provokes " + what);
        }
    }

    private void assertSigned(Received one) throws Exception {
        var signature = one.headers().get("smartsheet-hmac-sha256");
        if (signature != null) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            hook.path("sharedSecret").asText().getBytes(UTF_8), "HmacSHA256"));
            assertThat(signature).isEqualTo(HexFormat.of().formatHex(mac.doFinal(one.body())));
        }
    }

    private static String[] names(JsonNode headers) {
        return headers.properties().stream()
                .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /// Properties, their types, and no others: a callback holds no values of cells.
    private static void assertShape(String at, JsonNode tape, JsonNode sent) {
        assertThat(sent.getNodeType()).as(at + " in " + sent).isEqualTo(tape.getNodeType());
        if (tape.isObject()) {
            assertThat(sent.propertyStream().map(Map.Entry::getKey).toList())
                    .as(at)
                    .containsExactlyInAnyOrderElementsOf(
                            tape.propertyStream().map(Map.Entry::getKey).toList());
            for (var entry : tape.properties()) {
                assertShape(at + "/" + entry.getKey(), entry.getValue(), sent.get(entry.getKey()));
                switch (entry.getKey()) {
                    case "objectType", "eventType", "scope", "newWebhookStatus" ->
                            assertThat(sent.get(entry.getKey())).isEqualTo(entry.getValue());
                    default -> {}
                }
            }
        }
        if (tape.isArray()) {
            assertThat(sent.size()).as(at).isGreaterThanOrEqualTo(tape.size());
            for (int i = 0; i < tape.size(); i++) {
                assertShape(at + "/" + i, tape.get(i), sent.get(i));
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        received.add(new Received(headers, exchange.getRequestBody().readAllBytes()));
        var challenge = exchange.getRequestHeaders().getFirst("Smartsheet-Hook-Challenge");
        if (challenge != null) {
            exchange.getResponseHeaders().set("Smartsheet-Hook-Response", challenge);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
