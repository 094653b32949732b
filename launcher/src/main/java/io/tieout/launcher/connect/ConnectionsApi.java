package io.tieout.launcher.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of ingest-service that the command line talks to.
public final class ConnectionsApi {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String base;
    private final @Nullable String word;

    private ConnectionsApi(String base, @Nullable String word) {
        this.base = base;
        this.word = word;
    }

    /// To look at connections.
    public static ConnectionsApi at(String base) {
        return new ConnectionsApi(base, null);
    }

    /// To change them, too.
    public static ConnectionsApi withKey(String base, String tokenKey) {
        return new ConnectionsApi(base, OperatorWord.of(tokenKey));
    }

    /// A sign-in that has begun: where the browser goes, and what must come back.
    record Begun(String address, String state) {}

    public JsonNode report() {
        return body(send("GET", "/connections", null));
    }

    Begun begin(String vendor, String redirectUri) {
        HttpResponse<byte[]> response =
                send(
                        "POST",
                        "/connections/" + vendor + "/sign-ins",
                        Map.of("redirectUri", redirectUri));
        JsonNode answer = body(response);
        if (response.statusCode() != 200) {
            throw new IllegalArgumentException(
                    answer.path("why").asText("ingest-service refused: " + response.statusCode()));
        }
        return new Begun(answer.path("address").asText(), answer.path("state").asText());
    }

    /// What became of it: `connected`, and if not, `why`.
    JsonNode finish(Map<String, String> cameBack) {
        return body(send("POST", "/connections/sign-ins/finish", cameBack));
    }

    private HttpResponse<byte[]> send(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(LIMIT)
                            .header("Content-Type", "application/json");
            if (word != null) {
                request.header("Authorization", "Bearer " + word);
            }
            request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "ingest-service does not answer at "
                            + base
                            + ". Start it (./tieout up), or say where it is: --ingest-url.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("Interrupted.", e);
        }
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "ingest-service answered %d: %s"
                            .formatted(
                                    response.statusCode(),
                                    new String(response.body(), StandardCharsets.UTF_8)),
                    e);
        }
    }
}
