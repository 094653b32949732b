package io.tieout.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Speaks JSON with one server, as nobody or as one person.
final class JsonHttp {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What came back.
    record Reply(int status, String text, int bytes) {
        boolean isOk() {
            return status / 100 == 2;
        }
    }

    private final HttpClient client;
    private final String base;
    private final @Nullable String authorization;

    private JsonHttp(HttpClient client, String base, @Nullable String authorization) {
        this.client = client;
        this.base = base;
        this.authorization = authorization;
    }

    static JsonHttp at(String base) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(LIMIT)
                        .build();
        return new JsonHttp(client, base, null);
    }

    JsonHttp as(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new JsonHttp(client, base, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    JsonNode get(String path) {
        return ok(path, send("GET", path, null));
    }

    JsonNode post(String path, Object body) {
        return ok(path, send("POST", path, body));
    }

    JsonNode put(String path, Object body) {
        return ok(path, send("PUT", path, body));
    }

    /// The reply, whatever its status.
    Reply send(String method, String path, @Nullable Object body) {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LIMIT);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json");
                request.method(
                        method,
                        HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            }
            HttpResponse<byte[]> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.body().length);
        } catch (IOException e) {
            throw new NotYet("%s %s: %s".formatted(method, address, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYet("interrupted", e);
        }
    }

    private JsonNode ok(String path, Reply reply) {
        if (!reply.isOk()) {
            throw new NotYet(
                    "%s%s answered %d: %s".formatted(base, path, reply.status(), reply.text()));
        }
        try {
            return reply.bytes() == 0 ? NullNode.instance : JSON.readTree(reply.text());
        } catch (IOException e) {
            throw new NotYet("%s%s answered no JSON".formatted(base, path), e);
        }
    }
}
