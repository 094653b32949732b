package io.tieout.connectors.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.Secret;
import io.tieout.connectors.VendorJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {
    @Test
    void a_new_pair_is_taken() {
        assertThat(
                        answer(
                                200,
                                """
                                {"access_token":"a2","refresh_token":"r2","expires_in":3600,
                                 "token_type":"bearer"}
                                """))
                .isEqualTo(
                        new RefreshAnswer.Renewed(
                                new Secret("a2"),
                                new Secret("r2"),
                                Duration.ofHours(1),
                                null,
                                null));
    }

    @Test
    void the_ends_of_a_refresh_token_are_taken_when_they_are_said() {
        assertThat(
                        answer(
                                200,
                                """
                                {"access_token":"a2","refresh_token":"r2","expires_in":3600,
                                 "x_refresh_token_expires_in":8726400,
                                 "x_refresh_token_hard_expires_in":157680000}
                                """))
                .extracting("refreshLife", "hardLife")
                .containsExactly(Duration.ofDays(101), Duration.ofDays(1825));
    }

    @Test
    void an_invalid_grant_is_final() {
        assertThat(answer(400, "{\"error\":\"invalid_grant\"}"))
                .isEqualTo(new RefreshAnswer.Rejected(400, "invalid_grant"));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "429"})
    void trouble_at_the_server_leaves_it_open(int status) {
        assertThat(answer(status, "")).isInstanceOf(RefreshAnswer.Unclear.class);
    }

    @Test
    void a_success_without_tokens_is_not_taken_for_one() {
        assertThat(answer(200, "{\"error\":\"invalid_grant\"}"))
                .isInstanceOf(RefreshAnswer.Unclear.class);
    }

    private static RefreshAnswer answer(int status, String body) {
        return TokenEndpoint.understand(status, VendorJson.read(body.getBytes(UTF_8)));
    }
}
