package io.tieout.twin.quickbooks.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.notice.BookEvent.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The twin notifies as the tapes do, in both forms.
class NoticeTapeTest {
    private static final Path TAPES = Path.of("..", "tapes", "quickbooks-notifications");
    private static final Instant AT = Instant.parse("2026-11-22T15:00:00.123Z");

    static Stream<Path> tapes() throws IOException {
        return Files.list(TAPES).sorted();
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void tells_in_the_form_of_the_tape(Path file) throws IOException {
        var tape = Json.parse(Files.readString(file));
        var events =
                List.of(
                        new BookEvent("310687", "Account", "1234", Operation.CREATED, AT, null),
                        new BookEvent("310687", "Customer", "58", Operation.MERGED, AT, "59"));

        var body = NoticeBody.of(events, NoticeSettings.Form.valueOf(tape.path("form").asText()));

        assertSame("", Json.parse(tape.path("body").asText()), Json.parse(body));
    }

    @ParameterizedTest
    @MethodSource("tapes")
    void signs_the_raw_body_as_on_the_tape(Path file) throws IOException {
        var tape = Json.parse(Files.readString(file));
        var endpoint = new Endpoint("http://localhost:9/", tape.path("verifierToken").asText());

        assertThat(endpoint.signature(tape.path("body").asText().getBytes(UTF_8)))
                .isEqualTo(tape.path("headers").path("intuit-signature").asText());
    }

    /// The same properties with the same values, but for times and what is drawn by lot.
    private static void assertSame(String at, JsonNode tape, JsonNode told) {
        assertThat(told.getNodeType()).as(at).isEqualTo(tape.getNodeType());
        assertThat(told.size()).as(at).isEqualTo(tape.size());
        if (tape.isObject()) {
            tape.properties()
                    .forEach(entry -> {
                        var place = at + "/" + entry.getKey();
                        assertThat(told.has(entry.getKey())).as(place).isTrue();
                        assertSame(place, entry.getValue(), told.path(entry.getKey()));
                    });
        } else if (tape.isArray()) {
            for (int i = 0; i < tape.size(); i++) {
                assertSame(at + "/" + i, tape.get(i), told.get(i));
            }
        } else if (at.matches(".*/(time|lastUpdated)")) {
            assertThat(Instant.parse(told.asText())).isEqualTo(AT);
        } else if (!at.matches(".*/\\d+/(id|source)") || at.contains("entities")) {
            assertThat(told).as(at).isEqualTo(tape);
        }
    }
}
