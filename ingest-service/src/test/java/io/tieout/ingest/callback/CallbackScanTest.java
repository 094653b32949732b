package io.tieout.ingest.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.WebhookId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallbackScanTest {
    @Test
    void finds_the_webhook_even_in_a_broken_body() {
        assertThat(CallbackScan.webhookId(bytes("{\"nonce\":\"a\", \"webhookId\" : 4503604, oops")))
                .isEqualTo(new WebhookId("4503604"));
        assertThat(CallbackScan.webhookId(bytes("{\"webhookid\":\"17\"}")))
                .isEqualTo(new WebhookId("17"));
        assertThat(CallbackScan.webhookId(bytes("no webhook here"))).isNull();
    }

    @Test
    void takes_a_challenge_from_header_or_body() {
        assertThat(CallbackScan.challenge("abc-1", new byte[0])).isEqualTo("abc-1");
        assertThat(CallbackScan.challenge(null, bytes("{\"challenge\":\"abc-2\",\"webhookId\":1}")))
                .isEqualTo("abc-2");
    }

    @Test
    void takes_no_callback_for_a_challenge() {
        assertThat(CallbackScan.challenge(null, bytes("{\"events\":[],\"challenge\":\"x\"}")))
                .isNull();
        assertThat(CallbackScan.challenge("two words\r\nX: y", new byte[0])).isNull();
        assertThat(CallbackScan.challenge(null, bytes("[1"))).isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
