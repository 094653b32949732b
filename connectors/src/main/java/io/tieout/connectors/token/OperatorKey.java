package io.tieout.connectors.token;

import io.tieout.connectors.ConnectorsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Lets only those connect vendors who hold the token key: the command line, where the services
/// run. What they show is derived from the key, so that the key itself never travels.
@ApplicationScoped
public class OperatorKey {
    private static final String PURPOSE = "tieout-operator-1";

    private final String word;

    OperatorKey(ConnectorsConfig config) {
        this.word = of(config.tokenKey());
    }

    static String of(String base64Key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(Base64.getDecoder().decode(base64Key.strip()), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    /// @param authorization the request's header, `Bearer` and the word
    public boolean accepts(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + word).getBytes(StandardCharsets.UTF_8));
    }
}
