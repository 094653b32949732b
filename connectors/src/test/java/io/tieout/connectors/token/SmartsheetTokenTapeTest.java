package io.tieout.connectors.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.connectors.ComponentResources;
import io.tieout.connectors.Secret;
import io.tieout.connectors.StubVendor;
import io.tieout.connectors.StubVendor.Answer;
import io.tieout.connectors.StubVendor.Request;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.VendorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How an app gets its pair of tokens from Smartsheet, as it is on the tapes.
@QuarkusTest
@QuarkusTestResource(ComponentResources.class)
class SmartsheetTokenTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "smartsheet");
    private static final String CODE = "sample-code";
    private static final String REFRESH = "sample-refresh-token";

    private final TokenIssuer issuer;
    private final int port;

    SmartsheetTokenTapeTest(TokenIssuer issuer, @ConfigProperty(name = "stub.port") int port) {
        this.issuer = issuer;
        this.port = port;
    }

    static Stream<JsonNode> tapes() throws IOException {
        return Files.list(TAPES)
                .sorted()
                .map(SmartsheetTokenTapeTest::read)
                .filter(tape -> tape.path("call").asText().startsWith("token."));
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void sends_and_understands_what_is_on_the_tape(JsonNode tape) throws IOException {
        JsonNode response = tape.path("response");
        int status = response.path("status").asInt();
        try (StubVendor vendor = new StubVendor(port)) {
            vendor.script(_ -> Answer.of(status, response.path("body").toString()));

            RefreshAnswer answer = ask(tape);

            assertSent(tape.path("request"), vendor.requests().getFirst());
            assertThat(answer)
                    .isEqualTo(
                            status == 200
                                    ? pair(response.path("body"))
                                    : new RefreshAnswer.Rejected(
                                            status, response.at("/body/error").asText()));
        }
    }

    private RefreshAnswer ask(JsonNode tape) {
        return switch (tape.path("call").asText()) {
            case "token.exchange" ->
                    issuer.exchange(
                            Vendor.SMARTSHEET, new Secret(CODE), "http://localhost:1/callback");
            case "token.refresh" ->
                    issuer.refresh(
                            Vendor.SMARTSHEET,
                            new Secret(
                                    filled(tape.at("/request/form/refresh_token").asText(), "")));
            default -> throw new AssertionError("No call for " + tape);
        };
    }

    private static RefreshAnswer pair(JsonNode body) {
        return new RefreshAnswer.Renewed(
                new Secret(body.path("access_token").asText()),
                new Secret(body.path("refresh_token").asText()),
                Duration.ofSeconds(body.path("expires_in").asLong()),
                null,
                null);
    }

    private static void assertSent(JsonNode tape, Request sent) {
        assertThat(sent.method()).isEqualTo(tape.path("method").asText());
        assertThat(sent.path()).isEqualTo("/smartsheet" + tape.path("path").asText());
        assertThat(sent.header("Content-Type"))
                .startsWith(tape.at("/headers/Content-Type").asText());
        JsonNode form = tape.path("form");
        String word =
                filled(
                        form.has("code")
                                ? form.path("code").asText()
                                : form.path("refresh_token").asText(),
                        "");
        Map<String, String> expected = new TreeMap<>();
        form.properties()
                .forEach(field ->
                        expected.put(field.getKey(), filled(field.getValue().asText(), word)));
        assertThat(form(sent.text())).isEqualTo(expected);
    }

    /// @param word the code or refresh token that the hash is of
    private static String filled(String text, String word) {
        return switch (text) {
            case "{code}" -> CODE;
            case "{refresh}" -> REFRESH;
            case "{hash}" ->
                    HexFormat.of()
                            .formatHex(
                                    TokenCipher.sha256(
                                            ("harbor-sheets-secret|" + word).getBytes(UTF_8)));
            default -> text;
        };
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        Arrays.stream(body.split("&"))
                .map(part -> part.split("=", 2))
                .forEach(part -> form.put(part[0], URLDecoder.decode(part[1], UTF_8)));
        return form;
    }

    private static JsonNode read(Path file) {
        try {
            return VendorJson.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
