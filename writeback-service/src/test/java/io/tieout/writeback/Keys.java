package io.tieout.writeback;

import io.tieout.kit.sign.Signer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/// Ed25519 keys for tests: made from a seed, so that every class loader has the same.
public final class Keys {
    private static final KeyPair AUDIT = pair(new byte[] {1, 2, 3});
    private static final KeyPair FORGER = pair(new byte[] {6, 6, 6});

    private Keys() {}

    public static String auditPublicKey() {
        return Base64.getEncoder().encodeToString(AUDIT.getPublic().getEncoded());
    }

    public static Signer audit() {
        return new Signer(Base64.getEncoder().encodeToString(AUDIT.getPrivate().getEncoded()));
    }

    public static Signer forger() {
        return new Signer(Base64.getEncoder().encodeToString(FORGER.getPrivate().getEncoded()));
    }

    private static KeyPair pair(byte[] seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
