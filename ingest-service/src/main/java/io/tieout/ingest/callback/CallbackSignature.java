package io.tieout.ingest.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks HMAC-SHA256 signatures over the bytes of a request as they came, in constant time.
final class CallbackSignature {
    private static final int HEX_DIGITS = 64;

    private CallbackSignature() {}

    /// Smartsheet's form: hexadecimal, in either case.
    static boolean isHex(byte[] body, String secret, @Nullable String signature) {
        if (signature == null || signature.strip().length() != HEX_DIGITS) {
            return false;
        }
        try {
            return MessageDigest.isEqual(
                    HexFormat.of().parseHex(signature.strip()), hmac(body, secret));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Intuit's form: Base64.
    static boolean isBase64(byte[] body, String secret, @Nullable String signature) {
        if (signature == null) {
            return false;
        }
        try {
            return MessageDigest.isEqual(
                    Base64.getDecoder().decode(signature.strip()), hmac(body, secret));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
