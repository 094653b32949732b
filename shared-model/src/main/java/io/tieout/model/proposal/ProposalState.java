package io.tieout.model.proposal;

import io.tieout.model.decision.Role;
import io.tieout.model.id.RowRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A proposal as audit sees it now. Source revision: audit sequence.
///
/// @param hash SHA-256 of the proposal's canonical JSON, hex; an approval binds it
/// @param approvalsNeeded what is still missing before money may move; empty when nothing is
/// @param rejectedRows rows that were rejected one by one in this revision: the preparer drops them
/// @param refusedRevision a later revision that came too late because an effect had been released;
///   0 when none
/// @param waitReason why it waits, in words; absent when it does not
public record ProposalState(
        ProposalMade proposal,
        String hash,
        Status status,
        List<ReviewResult> reviews,
        List<ApprovalNeeded> approvalsNeeded,
        List<ApprovalGiven> approvalsGiven,
        List<RowRef> rejectedRows,
        int refusedRevision,
        List<EffectState> effects,
        @Nullable String waitReason,
        long auditSequence,
        Instant changedAt) {
    public ProposalState {
        reviews = List.copyOf(reviews);
        approvalsNeeded = List.copyOf(approvalsNeeded);
        approvalsGiven = List.copyOf(approvalsGiven);
        rejectedRows = List.copyOf(rejectedRows);
        effects = List.copyOf(effects);
    }

    /// The whole proposal's state, derived from its effects. `WITHDRAWN` is the preparer's own end
    /// of it.
    public enum Status {
        RECORDED,
        BLOCKED,
        AWAITING_APPROVAL,
        RELEASED,
        DONE,
        FAILED,
        UNKNOWN,
        EXPIRED,
        REJECTED,
        WITHDRAWN,
        REVERSED
    }

    /// What one independent rule said.
    ///
    /// @param rule stable name, such as `totals-recomputed`
    public record ReviewResult(String rule, boolean passed, String detail) {}

    /// A decision that policy asks for.
    ///
    /// @param rule the policy rule that asks, in words
    public record ApprovalNeeded(Role role, String rule) {}

    /// A decision that counts.
    public record ApprovalGiven(
            String decisionId, Role role, String by, String channel, Instant at) {}
}
