package io.tieout.console.document;

import io.tieout.model.id.ProposalId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The part of an invoice's link that cannot be guessed: the first 32 hex digits of an HMAC-SHA256
/// over the proposal's id.
final class LinkToken {
    private static final int LENGTH = 32;

    private LinkToken() {}

    static String of(String secret, ProposalId proposal) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal(proposal.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    /// Takes the same time whatever is wrong with the token.
    static boolean matches(String secret, ProposalId proposal, String token) {
        return MessageDigest.isEqual(
                of(secret, proposal).getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }
}
