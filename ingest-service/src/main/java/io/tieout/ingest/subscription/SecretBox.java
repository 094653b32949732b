package io.tieout.ingest.subscription;

import io.tieout.connectors.Secret;
import io.tieout.ingest.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a webhook's secret for the database (AES-256-GCM), bound to its webhook.
@ApplicationScoped
class SecretBox {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(IngestConfig config) {
        byte[] bytes = Base64.getDecoder().decode(config.subscription().secretKey().strip());
        if (bytes.length != 32) {
            throw new IllegalArgumentException(
                    "The key of webhook secrets (TIEOUT_TOKEN_KEY) has %d bytes instead of 32"
                            .formatted(bytes.length));
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(Secret secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                run(
                        Cipher.ENCRYPT_MODE,
                        nonce,
                        owner,
                        secret.value().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    Secret open(byte[] envelope, String owner) {
        ByteBuffer buffer = ByteBuffer.wrap(envelope);
        if (envelope.length <= 1 + NONCE_BYTES || buffer.get() != VERSION) {
            throw new IllegalStateException("Not a sealed webhook secret: " + owner);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new Secret(
                new String(run(Cipher.DECRYPT_MODE, nonce, owner, sealed), StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("webhook:" + owner).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Cannot open or seal the secret of webhook " + owner, e);
        }
    }
}
