package io.tieout.audit.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The end of a chain at one time, signed by audit: who keeps it elsewhere can tell later whether
/// the chain was cut or rewritten.
///
/// @param signature Ed25519 over `signedText()`, base64
public record SignedHead(String chain, long sequence, String hash, Instant at, String signature) {
    public SignedHead {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static SignedHead unsigned(ChainEnd end, Instant at) {
        return new SignedHead(end.chain(), end.sequence(), end.hash(), at, "");
    }

    /// What audit signs: every field in a fixed order, one a line.
    public String signedText() {
        return String.join(
                "\n", "tieout-head-1", chain, Long.toString(sequence), hash, at.toString());
    }

    SignedHead signed(String newSignature) {
        return new SignedHead(chain, sequence, hash, at, newSignature);
    }
}
