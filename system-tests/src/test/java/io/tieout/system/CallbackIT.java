package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The one door that the world can knock at.
@Isolated
class CallbackIT {
    private final Running running = Running.system();
    private final KafkaAccess kafka = running.processes().kafka();
    private final Hook hook = hook();

    private record Hook(String id, String secret) {}

    @Test
    void a_bad_signature_is_refused_and_leaves_no_trace() {
        String nonce = UUID.randomUUID().toString();

        HttpResponse<byte[]> answer =
                send(
                        "{\"webhookId\":%s,\"nonce\":\"%s\"}".formatted(hook.id(), nonce),
                        "00".repeat(32));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(saying(Topics.SMARTSHEET_CALLBACKS.name(), nonce)).isEmpty();
    }

    @Test
    void a_good_signature_on_a_bad_body_is_acknowledged_and_becomes_a_dead_letter() {
        String nonce = UUID.randomUUID().toString();
        String body = "{\"webhookId\":%s, this is not JSON: %s".formatted(hook.id(), nonce);

        HttpResponse<byte[]> answer = send(body, hmac(body));

        assertThat(answer.statusCode()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(saying(Topics.SMARTSHEET_CALLBACKS.deadLetterName(), nonce)).hasSize(1));
    }

    @Test
    void an_unknown_webhook_is_forbidden() {
        HttpResponse<byte[]> answer = send("{\"webhookId\":123,\"nonce\":\"x\"}", "00".repeat(32));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void an_oversized_body_is_refused() {
        HttpResponse<byte[]> answer = send("x".repeat(9_000_000), "00".repeat(32));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_challenge_is_answered_in_header_and_body() {
        HttpResponse<byte[]> answer =
                running.ingest()
                        .send(
                                "POST",
                                "/webhooks/smartsheet",
                                "{\"challenge\":\"c-77\",\"webhookId\":%s}"
                                        .formatted(hook.id())
                                        .getBytes(StandardCharsets.UTF_8),
                                Map.of("Smartsheet-Hook-Challenge", "c-77"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Smartsheet-Hook-Response")).contains("c-77");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"smartsheetHookResponse\":\"c-77\"");
    }

    /// What the topic has of this callback, whatever else arrives meanwhile.
    private List<ConsumerRecord<String, byte[]>> saying(String topic, String nonce) {
        return Topic.read(kafka, topic).stream()
                .filter(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(nonce))
                .toList();
    }

    private HttpResponse<byte[]> send(String body, String signature) {
        return running.ingest()
                .send(
                        "POST",
                        "/webhooks/smartsheet",
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of("Smartsheet-Hmac-SHA256", signature));
    }

    /// The twin tells a hook's secret to nobody but the token that owns it.
    private Hook hook() {
        Http smartsheet = running.twin().http();
        HttpResponse<byte[]> list =
                smartsheet.send(
                        "GET",
                        "/smartsheet/2.0/webhooks?page=1&pageSize=100",
                        null,
                        Map.of("Authorization", "Bearer " + Twin.SMARTSHEET_TOKEN));
        try {
            var found = Http.JSON.readTree(list.body()).path("data").get(0);
            return new Hook(found.path("id").asText(), found.path("sharedSecret").asText());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            hook.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
