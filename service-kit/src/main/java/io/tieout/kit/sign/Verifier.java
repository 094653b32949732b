package io.tieout.kit.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Checks signatures made with one Ed25519 key.
public final class Verifier {
    private final PublicKey key;

    /// @param publicKeyBase64 X.509 DER, base64
    public Verifier(String publicKeyBase64) {
        try {
            key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            Base64.getDecoder().decode(publicKeyBase64.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key in X.509 base64", e);
        }
    }

    /// Whether `signature` (base64) is this key's signature over `text`; malformed signatures are
    /// simply wrong.
    public boolean verify(String text, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot verify", e);
        }
    }
}
