package io.tieout.launcher.connect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the command line shows the services to be let in: derived from the token key, which never
/// travels.
final class OperatorWord {
    private static final String PURPOSE = "tieout-operator-1";

    private OperatorWord() {}

    static String of(String tokenKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(tokenKey.strip()), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The token key (TIEOUT_TOKEN_KEY) is not what ./tieout made: 32 bytes in base64.",
                    e);
        }
    }
}
