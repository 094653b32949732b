package io.tieout.connectors.token;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a token for one place in one row: an envelope of version, key fingerprint, nonce and
/// AES-256-GCM ciphertext that opens nowhere else.
@ApplicationScoped
class TokenCipher {
    private static final byte VERSION = 1;
    private static final int FINGERPRINT_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + FINGERPRINT_BYTES + NONCE_BYTES;

    private final SecretKeySpec key;
    private final byte[] fingerprint;
    private final SecureRandom random = new SecureRandom();

    @Inject
    TokenCipher(ConnectorsConfig config) {
        this(config.tokenKey());
    }

    TokenCipher(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key.strip());
        if (bytes.length != 32) {
            throw new IllegalArgumentException(
                    "The token key (TIEOUT_TOKEN_KEY) has %d bytes instead of 32"
                            .formatted(bytes.length));
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.fingerprint = Arrays.copyOf(sha256(bytes), FINGERPRINT_BYTES);
    }

    /// @param place the connection and column that the envelope belongs to
    byte[] seal(Secret secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                run(
                        Cipher.ENCRYPT_MODE,
                        nonce,
                        place,
                        secret.value().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .put(VERSION)
                .put(fingerprint)
                .put(nonce)
                .put(sealed)
                .array();
    }

    Secret open(byte[] envelope, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(envelope);
        if (envelope.length <= HEADER_BYTES || buffer.get() != VERSION) {
            throw new IllegalStateException("Not a token envelope of version " + VERSION);
        }
        byte[] sealedWith = new byte[FINGERPRINT_BYTES];
        buffer.get(sealedWith);
        if (!Arrays.equals(sealedWith, fingerprint)) {
            throw new IllegalStateException(
                    "The stored tokens were encrypted with another key than TIEOUT_TOKEN_KEY");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new Secret(
                new String(run(Cipher.DECRYPT_MODE, nonce, place, sealed), StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot open or seal the token of " + place, e);
        }
    }
}
