package io.tieout.connectors.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.TestConfig;
import org.junit.jupiter.api.Test;

class OperatorKeyTest {
    private final OperatorKey key = new OperatorKey(TestConfig.defaults());

    @Test
    void lets_in_who_holds_the_token_key_and_nobody_else() {
        assertThat(key.accepts("Bearer " + OperatorKey.of(TestConfig.TOKEN_KEY))).isTrue();
        assertThat(key.accepts("Bearer " + TestConfig.TOKEN_KEY)).isFalse();
        assertThat(key.accepts("Bearer ")).isFalse();
        assertThat(key.accepts(null)).isFalse();
    }

    /// The command line derives the same word by code of its own.
    @Test
    void the_word_is_the_one_that_the_command_line_shows() {
        assertThat(OperatorKey.of(TestConfig.TOKEN_KEY))
                .isEqualTo("a029a8cdc6556e30dc5e64772ba3841ac5bdf751c3b1c2787334cdee02ca3e6f");
    }
}
