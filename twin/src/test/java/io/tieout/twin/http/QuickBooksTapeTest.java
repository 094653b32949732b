package io.tieout.twin.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.twin.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The twin takes the request of each tape and answers in the shape of the tape's answer.
@QuarkusTest
class QuickBooksTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "quickbooks");

    @TestHTTPResource URI base;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Stream<Path> tapes() throws IOException {
        return Files.list(TAPES).sorted();
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void answers_in_the_shape_of_the_tape(Path file) throws Exception {
        var twin = new TwinClient(base);
        twin.reset();
        var token = twin.accessToken();
        var text = Files.readString(file);
        var tape = Json.parse(text.contains("{code}") ? text.replace("{code}", code()) : text);
        for (var given : tape.path("given")) {
            assertThat(send(given, token).statusCode()).isEqualTo(200);
        }

        var answer = send(tape.path("request"), token);

        var expected = tape.path("response");
        assertThat(answer.statusCode())
                .as(new String(answer.body(), UTF_8))
                .isEqualTo(expected.path("status").asInt());
        if (expected.has("text")) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith(expected.path("contentType").asText());
            assertThat(new String(answer.body(), 0, 4, UTF_8)).isEqualTo("%PDF");
        } else {
            assertShape("", expected.path("body"), Json.parse(answer.body()));
        }
    }

    /// A person agrees; the code comes back in the browser's address.
    private String code() throws Exception {
        var form =
                "realm=9130350000000001&scope=com.intuit.quickbooks.accounting&state=s"
                        + "&redirect_uri=http://localhost:8419/callback&decision=approve";
        var answer =
                http.send(
                        HttpRequest.newBuilder(base.resolve("/connect/oauth2"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^.*[?&]code=([^&]+).*$", "$1");
    }

    private HttpResponse<byte[]> send(JsonNode request, String token) throws Exception {
        var path = request.path("path").asText();
        var query =
                StreamSupport.stream(request.path("query").properties().spliterator(), false)
                        .map(entry ->
                                entry.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                filled(entry.getValue().asText()), UTF_8))
                        .collect(Collectors.joining("&"));
        var prefix = path.startsWith("/v3") ? "/quickbooks" : "";
        var builder =
                HttpRequest.newBuilder(
                        URI.create(
                                base.toString().replaceAll("/$", "")
                                        + prefix
                                        + path
                                        + (query.isEmpty() ? "" : "?" + query)));
        builder.setHeader("Authorization", "Bearer " + token);
        builder.setHeader("Content-Type", "application/json");
        request.path("headers")
                .properties()
                .forEach(header ->
                        builder.setHeader(header.getKey(), filled(header.getValue().asText())));
        var text =
                request.has("form")
                        ? StreamSupport.stream(
                                        request.path("form").properties().spliterator(), false)
                                .map(entry ->
                                        entry.getKey() + "=" + filled(entry.getValue().asText()))
                                .collect(Collectors.joining("&"))
                        : request.path("body").toString();
        builder.method(
                request.path("method").asText(),
                request.path("method").asText().equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(text));
        return http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String filled(String text) {
        return text.replace(
                        "{since}",
                        Instant.now()
                                .minus(1, ChronoUnit.HOURS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                .replace("{refresh}", "harbor-refresh-token")
                .replace(
                        "{basic}",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "harbor-client:harbor-secret".getBytes(UTF_8)));
    }

    /// Every property of the tape is there with its type; codes and states are the same.
    private static void assertShape(String at, JsonNode tape, JsonNode answer) {
        assertThat(type(answer)).as(at + " in " + answer).isEqualTo(type(tape));
        if (tape.isObject()) {
            tape.properties()
                    .forEach(entry -> {
                        var place = at + "/" + entry.getKey();
                        assertThat(answer.has(entry.getKey())).as(place + " is there").isTrue();
                        assertShape(place, entry.getValue(), answer.path(entry.getKey()));
                        if (entry.getKey().equals("code") || entry.getKey().equals("status")) {
                            assertThat(answer.path(entry.getKey())).isEqualTo(entry.getValue());
                        }
                    });
        }
        if (tape.isArray()) {
            assertThat(answer.size()).as(at).isGreaterThanOrEqualTo(tape.size());
            for (int i = 0; i < tape.size(); i++) {
                assertShape(at + "/" + i, tape.get(i), answer.get(i));
            }
        }
    }

    private static JsonNodeType type(JsonNode node) {
        return node.getNodeType();
    }
}
