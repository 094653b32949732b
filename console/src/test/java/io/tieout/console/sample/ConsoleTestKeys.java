package io.tieout.console.sample;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// Gives the console a signing key of its own, new for each run.
public final class ConsoleTestKeys implements QuarkusTestResourceLifecycleManager {
    private static final KeyPair PAIR = generate();

    public static final String PUBLIC_KEY =
            Base64.getEncoder().encodeToString(PAIR.getPublic().getEncoded());

    @Override
    public Map<String, String> start() {
        return Map.of(
                "tieout.console.private-key",
                Base64.getEncoder().encodeToString(PAIR.getPrivate().getEncoded()),
                "test.console.public-key",
                PUBLIC_KEY);
    }

    @Override
    public void stop() {
        // a key pair needs no tidying
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }
}
