package io.tieout.model.release;

import io.tieout.model.id.DecisionId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import java.time.Instant;
import java.util.List;

/// Audit's permission for exactly one effect in exactly this form. The signature covers
/// `signedText()`.
///
/// @param resolvedHash SHA-256 of the resolved effect's canonical JSON, hex
/// @param auditSequence where the release stands in the realm's chain
/// @param notAfter the effect must not start later
/// @param signature Ed25519, base64
public record Receipt(
        RealmId realmId,
        ProposalId proposalId,
        int revision,
        EffectId effectId,
        String resolvedHash,
        long auditSequence,
        String policyVersion,
        List<DecisionId> decisions,
        Instant notAfter,
        String signature) {
    public Receipt {
        decisions = List.copyOf(decisions);
    }

    /// The bytes that audit signs: every field in a fixed order, one a line.
    public String signedText() {
        return String.join(
                "\n",
                "tieout-receipt-1",
                realmId.value(),
                proposalId.toString(),
                Integer.toString(revision),
                effectId.value(),
                resolvedHash,
                Long.toString(auditSequence),
                policyVersion,
                String.join(",", decisions.stream().map(DecisionId::toString).sorted().toList()),
                notAfter.toString());
    }

    /// The same receipt with its signature.
    public Receipt signed(String newSignature) {
        return new Receipt(
                realmId,
                proposalId,
                revision,
                effectId,
                resolvedHash,
                auditSequence,
                policyVersion,
                decisions,
                notAfter,
                newSignature);
    }
}
