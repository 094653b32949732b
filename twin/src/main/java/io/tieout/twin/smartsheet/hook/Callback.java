package io.tieout.twin.smartsheet.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Posts to a callback address and says what came of it; never follows a redirect.
final class Callback {
    private static final Logger LOG = Logger.getLogger(Callback.class);

    /// What an answer means to the vendor.
    enum Result {
        DELIVERED,
        AGAIN,
        GIVE_UP
    }

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /// The handshake: whether the other side sends the challenge back.
    boolean challenge(Webhook hook, Duration timeout) throws InterruptedException {
        var word = UUID.randomUUID().toString();
        var body = Json.bytes(Json.object().put("challenge", word).put("webhookId", hook.id));
        try {
            var response =
                    post(
                            hook,
                            body,
                            Map.of(
                                    "Smartsheet-Hook-Challenge",
                                    word,
                                    "Smartsheet-Hook-Id",
                                    String.valueOf(hook.id)),
                            timeout);
            var header = response.headers().firstValue("Smartsheet-Hook-Response").orElse("");
            return response.statusCode() == 200
                    && (word.equals(header) || word.equals(echoed(response.body())));
        } catch (IOException | IllegalArgumentException e) {
            LOG.infof("challenge of webhook %d failed: %s", hook.id, e.getMessage());
            return false;
        }
    }

    private static String echoed(byte[] body) {
        try {
            JsonNode answer = Json.parse(body);
            return answer.path("smartsheetHookResponse").asText("");
        } catch (JsonProcessingException _) {
            return "";
        }
    }

    Result deliver(Webhook hook, byte[] body, Duration timeout) throws InterruptedException {
        try {
            var status =
                    post(
                                    hook,
                                    body,
                                    Map.of(
                                            "Smartsheet-Hmac-SHA256",
                                            Signature.of(hook.sharedSecret, body),
                                            "Smartsheet-Hook-Id",
                                            String.valueOf(hook.id)),
                                    timeout)
                            .statusCode();
            if (status == 200) {
                return Result.DELIVERED;
            }
            return status >= 400 && status != 410 ? Result.AGAIN : Result.GIVE_UP;
        } catch (IOException e) {
            LOG.debugf("callback of webhook %d failed: %s", hook.id, e.getMessage());
            return Result.AGAIN;
        }
    }

    private HttpResponse<byte[]> post(
            Webhook hook, byte[] body, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(hook.callbackUrl))
                        .timeout(timeout)
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
