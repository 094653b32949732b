package io.tieout.launcher.secret;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// An Ed25519 key pair in base64: PKCS 8 and X.509.
public record KeyPairText(String privateKey, String publicKey) {
    static KeyPairText generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder encoder = Base64.getEncoder();
            return new KeyPairText(
                    encoder.encodeToString(pair.getPrivate().getEncoded()),
                    encoder.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK since 15 has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "KeyPairText[" + publicKey + "]";
    }
}
