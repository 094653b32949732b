package io.tieout.ingest.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.ingest.notification.ReadNotification;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What QuickBooks sends is on the tapes, in both forms, and is taken.
class NotificationTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "quickbooks-notifications");

    static Stream<Path> tapes() throws IOException {
        return Files.list(TAPES).sorted();
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void is_genuine_by_its_signature_and_names_its_company(Path file) throws IOException {
        JsonNode tape = WireJson.mapper().readTree(Files.readString(file));
        byte[] body = tape.path("body").asText().getBytes(UTF_8);
        String signature = tape.path("headers").path("intuit-signature").asText();
        String token = tape.path("verifierToken").asText();

        assertThat(CallbackSignature.isBase64(body, token, signature)).isTrue();
        assertThat(CallbackSignature.isBase64(body, "another", signature)).isFalse();
        assertThat(ReadNotification.realms(body)).containsExactly(new RealmId("310687"));
    }
}
