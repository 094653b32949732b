package io.tieout.audit.policy;

import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import java.util.List;

/// What policy says about a proposal.
public sealed interface Ruling {
    /// No effect at all is released, not even an advisory one.
    record NothingMayHappen(String reason) implements Ruling {}

    /// Advisory effects may happen; the others when every one of these was given, each by another
    /// person.
    record Approvals(List<ApprovalNeeded> needed) implements Ruling {
        public Approvals {
            needed = List.copyOf(needed);
        }
    }
}
