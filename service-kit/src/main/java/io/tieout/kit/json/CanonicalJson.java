package io.tieout.kit.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/// Canonical JSON (RFC 8785) and its hash: equal content gives equal bytes, whoever wrote it.
public final class CanonicalJson {
    private CanonicalJson() {}

    public static byte[] bytes(Object value) {
        try {
            return new JsonCanonicalizer(WireJson.text(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot canonicalise " + value.getClass().getSimpleName(), e);
        }
    }

    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /// SHA-256 of the canonical form, 64 hex digits.
    public static String sha256(Object value) {
        return sha256(bytes(value));
    }

    /// SHA-256 of these bytes, 64 hex digits.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
