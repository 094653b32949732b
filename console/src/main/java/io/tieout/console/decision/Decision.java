package io.tieout.console.decision;

import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.id.ProposalId;
import org.jspecify.annotations.Nullable;

/// What a person wants to decide, about exactly what they saw.
///
/// @param revision the revision that was shown
/// @param hash the hash of what was shown
public record Decision(
        ProposalId proposalId,
        int revision,
        String hash,
        Verdict verdict,
        @Nullable String reason) {
    static final int REASON_LENGTH_MAX = 500;

    public boolean hasReason() {
        return reason != null && !reason.isBlank();
    }
}
