package io.tieout.model.decision;

import io.tieout.model.id.DecisionId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One person's decision on one revision, signed by the channel it came through. The signature
/// covers `signedText()`.
///
/// @param proposalHash the hash of what the person saw
/// @param person e-mail address
/// @param roles the person's roles as the channel knows them
/// @param rejectedRows rejected rows when only some of the draft's rows were rejected; empty
///   otherwise
/// @param signature Ed25519, base64
public record DecisionMade(
        DecisionId decisionId,
        ProposalId proposalId,
        RealmId realmId,
        int revision,
        String proposalHash,
        Verdict verdict,
        @Nullable String reason,
        String person,
        Set<Role> roles,
        Channel channel,
        List<RowRef> rejectedRows,
        Instant decidedAt,
        String signature) {
    public DecisionMade {
        roles = Set.copyOf(roles);
        rejectedRows = List.copyOf(rejectedRows);
    }

    /// What was decided.
    public enum Verdict {
        APPROVED,
        REJECTED
    }

    /// What the person decided through; each has a signing key of its own.
    public enum Channel {
        CONSOLE,
        SHEET
    }

    /// The bytes that the channel signs: every field in a fixed order, one a line.
    public String signedText() {
        return String.join(
                "\n",
                "tieout-decision-1",
                decisionId.toString(),
                proposalId.toString(),
                realmId.value(),
                Integer.toString(revision),
                proposalHash,
                verdict.name(),
                reason == null ? "" : reason.replace('\n', ' '),
                person,
                String.join(",", roles.stream().map(Role::name).sorted().toList()),
                channel.name(),
                String.join(",", rejectedRows.stream().map(RowRef::key).sorted().toList()),
                decidedAt.toString());
    }

    /// The same decision with its signature.
    public DecisionMade signed(String newSignature) {
        return new DecisionMade(
                decisionId,
                proposalId,
                realmId,
                revision,
                proposalHash,
                verdict,
                reason,
                person,
                roles,
                channel,
                rejectedRows,
                decidedAt,
                newSignature);
    }
}
