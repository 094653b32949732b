package io.tieout.ingest;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.model.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How tests come at the service: callbacks over HTTP, records by channel.
@ApplicationScoped
public class Edges {
    private final RecordingPublisher publisher;
    private final InMemoryConnector connector;

    Edges(RecordingPublisher publisher, @Any InMemoryConnector connector) {
        this.publisher = publisher;
        this.connector = connector;
    }

    /// Smartsheet tells of changed rows; the record that went to Kafka comes back to the service.
    public String tellOfRows(String... rows) {
        StringBuilder events = new StringBuilder();
        for (String row : rows) {
            events.append(events.isEmpty() ? "" : ",")
                    .append(
                            "{\"objectType\":\"cell\",\"eventType\":\"updated\",\"rowId\":%s,\"columnId\":101}"
                                    .formatted(row));
        }
        return tell(events.toString());
    }

    public String tell(String events) {
        String nonce = UUID.randomUUID().toString();
        String body =
                "{\"nonce\":\"%s\",\"webhookId\":%s,\"scope\":\"sheet\",\"scopeObjectId\":41,\"events\":[%s]}"
                        .formatted(nonce, FakeSheet.WEBHOOK, events);
        post(body, sign(body)).then().statusCode(200);
        deliver(body);
        return body;
    }

    /// The webhook itself has changed.
    public void tellStatus(String status) {
        String body =
                "{\"nonce\":\"%s\",\"webhookId\":%s,\"scope\":\"sheet\",\"scopeObjectId\":41,\"newWebhookStatus\":\"%s\"}"
                        .formatted(UUID.randomUUID(), FakeSheet.WEBHOOK, status);
        post(body, sign(body)).then().statusCode(200);
        deliver(body);
    }

    /// Delivers what the endpoint published last with this body.
    public void deliver(String body) {
        publisher.sentTo("smartsheet.callbacks.v1").stream()
                .filter(sent ->
                        new String(sent.value(), StandardCharsets.UTF_8)
                                .contains(
                                        body.substring(0, Math.min(40, body.length()))
                                                .replace("\"", "\\\"")))
                .reduce((_, last) -> last)
                .ifPresent(sent ->
                        send("callbacks-in", "smartsheet.callbacks.v1", sent.key(), sent.value()));
    }

    public <T> void send(String channel, Topic<T> topic, String key, byte[] value) {
        send(channel, topic.name(), key, value);
    }

    private void send(String channel, String topic, String key, byte[] value) {
        connector.source(channel).send(Records.raw(topic, key, value));
    }

    public Response post(String body, String signature) {
        return RestAssured.given()
                .contentType("application/json")
                .header("Smartsheet-Hmac-SHA256", signature)
                .body(body)
                .post("/webhooks/smartsheet");
    }

    public static String sign(String body) {
        return sign(body, FakeSheet.SECRET);
    }

    public static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
