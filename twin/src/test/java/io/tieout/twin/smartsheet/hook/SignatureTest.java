package io.tieout.twin.smartsheet.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /// The second test case of RFC 4231.
    @Test
    void is_hexadecimal_and_keyed_with_the_secret_as_text() {
        var body = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
        assertThat(Signature.of("Jefe", body))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
