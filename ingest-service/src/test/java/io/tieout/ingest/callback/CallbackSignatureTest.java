package io.tieout.ingest.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CallbackSignatureTest {
    /// RFC 4231, test case 2.
    private static final String KEY = "Jefe";

    private static final byte[] DATA =
            "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    private static final String HEX =
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void knows_a_good_signature() {
        assertThat(CallbackSignature.isHex(DATA, KEY, HEX)).isTrue();
    }

    @Test
    void does_not_mind_the_case_of_hexadecimal_digits() {
        assertThat(CallbackSignature.isHex(DATA, KEY, HEX.toUpperCase(Locale.ROOT))).isTrue();
    }

    @Test
    void refuses_another_secret_and_other_bytes() {
        assertThat(CallbackSignature.isHex(DATA, "Jeff", HEX)).isFalse();
        assertThat(CallbackSignature.isHex(new byte[] {1}, KEY, HEX)).isFalse();
    }

    @Test
    void refuses_what_is_no_signature_at_all() {
        assertThat(CallbackSignature.isHex(DATA, KEY, null)).isFalse();
        assertThat(CallbackSignature.isHex(DATA, KEY, "")).isFalse();
        assertThat(CallbackSignature.isHex(DATA, KEY, "zz" + HEX.substring(2))).isFalse();
        assertThat(CallbackSignature.isHex(DATA, KEY, HEX.substring(2))).isFalse();
    }

    @Test
    void knows_the_base64_form() {
        String base64 = "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=";

        assertThat(CallbackSignature.isBase64(DATA, KEY, base64)).isTrue();
        assertThat(CallbackSignature.isBase64(DATA, KEY, HEX)).isFalse();
        assertThat(CallbackSignature.isBase64(DATA, KEY, "not base64!")).isFalse();
    }
}
