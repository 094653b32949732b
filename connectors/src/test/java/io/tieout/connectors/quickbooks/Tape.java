package io.tieout.connectors.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.StubVendor.Answer;
import io.tieout.connectors.VendorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A request and its answer as the vendor documents them.
record Tape(String operation, String call, JsonNode request, JsonNode response) {
    private static final Path FOLDER = Path.of("..", "tapes", "quickbooks");
    private static final String REALM_ON_TAPE = "9130350000000001";

    /// All tapes, told about the company of the tests.
    static List<Tape> all(String realm) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(file -> read(file, realm)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tape read(Path file, String realm) {
        try {
            JsonNode json =
                    VendorJson.read(
                            Files.readString(file)
                                    .replace(REALM_ON_TAPE, realm)
                                    .getBytes(StandardCharsets.UTF_8));
            return new Tape(
                    json.path("operation").asText(),
                    json.path("call").asText(),
                    json.path("request"),
                    json.path("response"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return response.path("status").asInt();
    }

    Answer answer() {
        return response.has("text")
                ? new Answer(
                        status(),
                        response.path("contentType").asText(),
                        response.path("text").asText().getBytes(StandardCharsets.UTF_8))
                : Answer.of(status(), response.path("body").toString());
    }

    /// Whether it tells of a fault, which may stand in a 200.
    boolean isFault() {
        return status() >= 400 || response.path("body").has("Fault");
    }

    String faultCode() {
        return response.path("body").at("/Fault/Error/0/code").asText();
    }

    @Override
    public String toString() {
        return operation;
    }
}
