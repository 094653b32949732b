package io.tieout.ingest.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.WebhookId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Smartsheet sends, word for word, is recognised before anything is read of it.
class CallbackTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "smartsheet-callbacks");

    @ParameterizedTest
    @ValueSource(strings = {"challenge", "callback", "status-callback"})
    void is_of_the_webhook_that_it_names(String name) throws IOException {
        JsonNode tape = tape(name);

        assertThat(CallbackScan.webhookId(body(tape)))
                .isEqualTo(new WebhookId("4503604829677444"))
                .isEqualTo(CallbackScan.webhookId(header(tape, "Smartsheet-Hook-Id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback", "status-callback"})
    void bears_a_signature_of_its_bytes_and_no_challenge(String name) throws IOException {
        JsonNode tape = tape(name);
        String secret = tape.path("secret").asText();
        String signature = header(tape, "Smartsheet-Hmac-SHA256");

        assertThat(CallbackSignature.isHex(body(tape), secret, signature)).isTrue();
        assertThat(CallbackSignature.isHex((" " + text(tape)).getBytes(UTF_8), secret, signature))
                .isFalse();
        assertThat(CallbackScan.challenge(null, body(tape))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"challenge"})
    void a_challenge_is_found_in_the_header_and_in_the_body(String name) throws IOException {
        JsonNode tape = tape(name);
        String wanted = tape.at("/response/body/smartsheetHookResponse").asText();

        assertThat(CallbackScan.challenge(header(tape, "Smartsheet-Hook-Challenge"), body(tape)))
                .isEqualTo(wanted);
        assertThat(CallbackScan.challenge(null, body(tape))).isEqualTo(wanted);
    }

    private static JsonNode tape(String name) throws IOException {
        return WireJson.mapper().readTree(Files.readAllBytes(TAPES.resolve(name + ".json")));
    }

    private static String text(JsonNode tape) {
        return tape.at("/request/text").asText();
    }

    private static byte[] body(JsonNode tape) {
        return text(tape).getBytes(UTF_8);
    }

    private static @Nullable String header(JsonNode tape, String name) {
        return tape.at("/request/headers").path(name).textValue();
    }
}
