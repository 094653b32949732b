package io.tieout.twin.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The twin takes the request of each tape and answers in the shape of the tape's answer.
@QuarkusTest
class SmartsheetTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "smartsheet");

    @TestHTTPResource URI base;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> remembered = new HashMap<>();

    static Stream<Path> tapes() throws IOException {
        return Files.list(TAPES).sorted();
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void answers_in_the_shape_of_the_tape(Path file) throws Exception {
        new TwinClient(base).reset();
        var tape = Json.parse(Files.readAllBytes(file));
        for (var given : tape.path("given")) {
            var made = send(given);
            assertThat(made.statusCode()).isEqualTo(200);
            remember(given.path("remember").asText(), Json.parse(made.body()));
        }

        var request = tape.path("request");
        var answer = request.has("form") ? sendForm(request) : send(request);

        var expected = tape.path("response");
        assertThat(answer.statusCode())
                .as(new String(answer.body(), UTF_8))
                .isEqualTo(expected.path("status").asInt());
        assertShape("", expected.path("body"), Json.parse(answer.body()));
    }

    private void remember(String name, JsonNode made) {
        switch (name) {
            case "hook" -> remembered.put("hook", made.path("result").path("id").asText());
            case "attachment" -> remembered.put("attachment", made.path("attachmentId").asText());
            default -> {}
        }
    }

    /// An app asks for tokens: with the code of a person who has just agreed, or with the refresh
    /// token that the sample knows.
    private HttpResponse<byte[]> sendForm(JsonNode request) throws Exception {
        Map<String, String> form = new TreeMap<>();
        for (var field : request.path("form").properties()) {
            form.put(
                    field.getKey(),
                    switch (field.getValue().asText()) {
                        case "{code}" -> code();
                        case "{refresh}" -> "harbor-sheets-refresh";
                        default -> field.getValue().asText();
                    });
        }
        var word = form.getOrDefault("code", form.get("refresh_token"));
        form.put("hash", hash("harbor-sheets-secret|" + word));
        return http.send(
                HttpRequest.newBuilder(address("/smartsheet" + request.path("path").asText()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String code() throws Exception {
        var agreed =
                http.send(
                        HttpRequest.newBuilder(address("/smartsheet-app/b/authorize"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                encoded(
                                                        Map.of(
                                                                "scope", "READ_SHEETS",
                                                                "state", "s",
                                                                "redirect_uri",
                                                                        "http://localhost:1/back",
                                                                "decision", "allow"))))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        var back = agreed.headers().firstValue("Location").orElseThrow();
        return back.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String hash(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private URI address(String path) {
        return URI.create(base.toString().replaceAll("/$", "") + path);
    }

    private HttpResponse<byte[]> send(JsonNode request) throws Exception {
        var query =
                request.path("query").properties().stream()
                        .map(entry ->
                                entry.getKey()
                                        + "="
                                        + URLEncoder.encode(entry.getValue().asText(), UTF_8))
                        .collect(Collectors.joining("&"));
        var prefix = request.path("control").asBoolean() ? "" : "/smartsheet";
        var path = request.path("path").asText();
        for (var one : remembered.entrySet()) {
            path = path.replace("{" + one.getKey() + "}", one.getValue());
        }
        var builder =
                HttpRequest.newBuilder(
                        address(prefix + path + (query.isEmpty() ? "" : "?" + query)));
        builder.setHeader("Authorization", "Bearer " + TwinClient.SHEET_TOKEN);
        request.path("headers")
                .properties()
                .forEach(header -> builder.setHeader(header.getKey(), header.getValue().asText()));
        builder.method(
                request.path("method").asText(),
                request.has("body")
                        ? HttpRequest.BodyPublishers.ofString(request.path("body").toString())
                        : HttpRequest.BodyPublishers.noBody());
        return http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Every property of the tape is there with its type; codes and states are the same.
    private static void assertShape(String at, JsonNode tape, JsonNode answer) {
        assertThat(answer.getNodeType()).as(at + " in " + answer).isEqualTo(tape.getNodeType());
        if (tape.isObject()) {
            for (var entry : tape.properties()) {
                var place = at + "/" + entry.getKey();
                assertThat(answer.has(entry.getKey())).as(place + " is there").isTrue();
                assertShape(place, entry.getValue(), answer.path(entry.getKey()));
                switch (entry.getKey()) {
                    case "errorCode", "status", "resultCode", "totalPages", "enabled" ->
                            assertThat(answer.path(entry.getKey()))
                                    .as(place)
                                    .isEqualTo(entry.getValue());
                    default -> {}
                }
            }
        }
        if (tape.isArray()) {
            assertThat(answer.size()).as(at).isGreaterThanOrEqualTo(tape.size());
            for (int i = 0; i < tape.size(); i++) {
                assertShape(at + "/" + i, tape.get(i), answer.get(i));
            }
        }
    }
}
