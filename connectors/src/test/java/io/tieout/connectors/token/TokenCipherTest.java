package io.tieout.connectors.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.connectors.Secret;
import io.tieout.connectors.TestConfig;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenCipherTest {
    private static final Secret TOKEN = new Secret("AB11-refresh-token");
    private static final String PLACE = "quickbooks:1/refresh";

    private final TokenCipher cipher = new TokenCipher(TestConfig.TOKEN_KEY);

    @Test
    void what_was_sealed_opens_again() {
        assertThat(cipher.open(cipher.seal(TOKEN, PLACE), PLACE)).isEqualTo(TOKEN);
    }

    @Test
    void an_envelope_shows_nothing_and_never_repeats() {
        byte[] envelope = cipher.seal(TOKEN, PLACE);

        assertThat(new String(envelope, StandardCharsets.ISO_8859_1)).doesNotContain("refresh");
        assertThat(cipher.seal(TOKEN, PLACE)).isNotEqualTo(envelope);
    }

    @Test
    void an_envelope_opens_only_in_its_place() {
        byte[] envelope = cipher.seal(TOKEN, PLACE);

        assertThatThrownBy(() -> cipher.open(envelope, "quickbooks:2/refresh"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_envelope_does_not_open() {
        byte[] envelope = cipher.seal(TOKEN, PLACE);
        envelope[envelope.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.open(envelope, PLACE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_key_is_named_as_the_cause() {
        TokenCipher other = new TokenCipher("H" + TestConfig.TOKEN_KEY.substring(1));

        assertThatThrownBy(() -> other.open(cipher.seal(TOKEN, PLACE), PLACE))
                .hasMessageContaining("TIEOUT_TOKEN_KEY");
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new TokenCipher("c2hvcnQ="))
                .hasMessageContaining("5 bytes instead of 32");
    }

    @Test
    void a_token_hides_itself() {
        assertThat(new AccessToken(TOKEN).toString()).doesNotContain("AB11");
        assertThat(
                        new RefreshAnswer.Renewed(TOKEN, TOKEN, java.time.Duration.ZERO, null, null)
                                .toString())
                .doesNotContain("AB11");
    }
}
