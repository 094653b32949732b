package io.tieout.system.running;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON over HTTP, with or without a person's name and password.
public final class Http {
    public static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    private final String base;
    private final @Nullable String authorization;

    private Http(String base, @Nullable String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    public static Http at(String base) {
        return new Http(base, null);
    }

    public Http as(String person, String password) {
        String pair =
                Base64.getEncoder()
                        .encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Http(base, "Basic " + pair);
    }

    /// Fails unless the answer is 2xx.
    public JsonNode get(String path) {
        return parse(send("GET", path, null, Map.of()));
    }

    public JsonNode post(String path, Object body) {
        return parse(send("POST", path, write(body), Map.of()));
    }

    public JsonNode put(String path, Object body) {
        return parse(send("PUT", path, write(body), Map.of()));
    }

    public void delete(String path) {
        parse(send("DELETE", path, null, Map.of()));
    }

    /// The answer as it is, whatever its status.
    public HttpResponse<byte[]> send(
            String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(TIMEOUT)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static byte[] write(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parse(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    "%s answered %d: %s"
                            .formatted(
                                    response.uri(),
                                    response.statusCode(),
                                    new String(response.body(), StandardCharsets.UTF_8)));
        }
        try {
            return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
