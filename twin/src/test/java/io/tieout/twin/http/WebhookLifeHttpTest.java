package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.SHEETS;
import static io.tieout.twin.http.TwinClient.SHEET_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each way in which a webhook ends, and which of them can be undone by whom.
@QuarkusTest
class WebhookLifeHttpTest {
    private static final String SHEET = "4100000000000001";
    private static final String ROW = "6100000000000001";

    @TestHTTPResource URI base;

    private TwinClient twin;
    private Receiver receiver;
    private String hook;

    @BeforeEach
    void enabled() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
        receiver = new Receiver();
        hook =
                twin.call(
                                "POST",
                                SHEETS + "/webhooks",
                                SHEET_TOKEN,
                                """
                                {'name':'n','callbackUrl':'%s','scope':'sheet','scopeObjectId':%s,'events':['*.*'],'version':1}\
                                """
                                        .formatted(receiver.url(), SHEET))
                        .body()
                        .path("result")
                        .path("id")
                        .asText();
        assertThat(enable().body().path("result").path("status").asText()).isEqualTo("ENABLED");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void tells_one_change_a_callback_in_a_burst_and_verifies_again_after_a_hundred()
            throws Exception {
        twin.control("PUT", "/settings", "{'debounceMs':0,'callbackEventsMax':1}");

        for (int i = 0; i < 120; i++) {
            edit("change " + i);
        }

        await().untilAsserted(() -> assertThat(receiver.told()).hasSize(120));
        assertThat(receiver.told())
                .allSatisfy(callback -> assertThat(callback.path("events")).hasSize(1));
        assertThat(receiver.challenges()).isEqualTo(2);
    }

    @Test
    void ends_when_a_later_verification_is_not_answered_and_loses_what_happens_then()
            throws Exception {
        twin.control("PUT", "/settings", "{'debounceMs':0,'callbackEventsMax':1}");
        receiver.answersChallenges = false;
        for (int i = 0; i < 100; i++) {
            edit("change " + i);
        }
        await().untilAsserted(() -> assertThat(status()).isEqualTo("DISABLED_VERIFICATION_FAILED"));
        edit("nobody hears of this");
        receiver.answersChallenges = true;

        assertThat(enable().body().path("result").path("status").asText()).isEqualTo("ENABLED");

        edit("after");
        await().untilAsserted(() -> assertThat(receiver.told()).hasSize(101));
    }

    @Test
    void says_of_its_last_attempt_how_often_it_was_repeated_and_whether_it_arrived()
            throws Exception {
        twin.control("PUT", "/settings", "{'debounceMs':0,'retryScale':0.1}");
        edit("before");
        await().untilAsserted(() ->
                assertThat(stats().path("lastSuccessfulCallback").isTextual()).isTrue());
        assertThat(stats().path("lastCallbackAttemptRetryCount").asInt()).isZero();
        receiver.status = 503;
        var before = Instant.parse(stats().path("lastSuccessfulCallback").asText());

        edit("again and again");

        await().untilAsserted(() -> {
            var stats = stats();
            assertThat(stats.path("lastCallbackAttemptRetryCount").asInt()).isGreaterThan(2);
            assertThat(Instant.parse(stats.path("lastCallbackAttempt").asText())).isAfter(before);
            assertThat(stats.path("lastSuccessfulCallback").asText()).isEqualTo(before.toString());
        });

        receiver.status = 200;

        await().untilAsserted(() -> {
            var stats = stats();
            assertThat(stats.path("lastCallbackAttemptRetryCount").asInt()).isGreaterThan(2);
            assertThat(stats.path("lastSuccessfulCallback").asText())
                    .isEqualTo(stats.path("lastCallbackAttempt").asText());
        });
    }

    @Test
    void is_told_when_its_owner_loses_the_sheet_and_gets_it_back() throws Exception {
        share("null");
        await().untilAsserted(() ->
                assertThat(receiver.told().getLast().path("newWebhookStatus").asText())
                        .isEqualTo("DISABLED_SCOPE_INACCESSIBLE"));
        assertThat(receiver.told().getLast().has("events")).isFalse();
        edit("unseen");

        share("'EDITOR'");

        await().untilAsserted(() ->
                assertThat(receiver.told().getLast().path("newWebhookStatus").asText())
                        .isEqualTo("ENABLED"));
        assertThat(status()).isEqualTo("ENABLED");
        assertThat(receiver.told()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLED_ADMINISTRATIVE,403,1154",
        "DISABLED_APP_REVOKED,403,1153",
        "DISABLED_EXCEEDED_GRID_LIMITS,403,1154",
        "DISABLED_BY_OWNER,200,0",
        "DISABLED_CALLBACK_FAILED,200,0"
    })
    void can_be_enabled_again_unless_the_vendor_forbids_it(String status, int answer, int errorCode)
            throws Exception {
        twin.control("POST", "/webhooks/" + hook + "/disable", "{'status':'" + status + "'}");
        assertThat(status()).isEqualTo(status);

        var reply = enable();

        assertThat(reply.status()).isEqualTo(answer);
        assertThat(reply.body().path("errorCode").asInt()).isEqualTo(errorCode);
    }

    private TwinClient.Reply enable() throws Exception {
        return twin.call("PUT", SHEETS + "/webhooks/" + hook, SHEET_TOKEN, "{'enabled':true}");
    }

    private String status() throws Exception {
        return shown().path("status").asText();
    }

    private JsonNode stats() throws Exception {
        return shown().path("stats");
    }

    private JsonNode shown() throws Exception {
        return twin.call("GET", SHEETS + "/webhooks/" + hook, SHEET_TOKEN, null).body();
    }

    private void edit(String task) throws Exception {
        twin.control(
                "PUT",
                "/sheets/" + SHEET + "/rows/" + ROW,
                "{'as':'pm@harbor.example','cells':{'Task':'" + task + "'}}");
    }

    private void share(String level) throws Exception {
        twin.control(
                "PUT",
                "/sheets/" + SHEET + "/access",
                "{'person':'tieout@harbor.example','level':" + level + "}");
    }
}
