package io.tieout.audit.proposal;

import io.tieout.model.effect.Effect;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.DecisionId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All that audit knows of one proposal: its present revision and how far it got.
///
/// @param hash of the present revision's canonical JSON; an approval binds it
/// @param origin the event that brought the present revision
/// @param end the verdict that ended the proposal as a whole, if one did
/// @param reviewed whether the facts were there and the reviewer has spoken
/// @param required what policy asks for, given or not
/// @param approvals decisions that count, in the order they came
/// @param pending a later revision that waits for advisory effects in flight
/// @param refusedRevision a later revision that came too late; 0 when none
/// @param open findings that are open because of this proposal
public record Life(
        ProposalMade proposal,
        String hash,
        Origin origin,
        End end,
        boolean reviewed,
        List<ReviewResult> reviews,
        @Nullable List<ApprovalNeeded> required,
        List<Approval> approvals,
        List<RowRef> rejectedRows,
        int refusedRevision,
        List<EffectState> effects,
        @Nullable Pending pending,
        @Nullable String waitReason,
        List<OpenFinding> open) {
    /// Where a revision came from, and when it was recorded.
    public record Origin(CorrelationId correlation, EventId event, Instant recordedAt) {}

    /// A revision that waits.
    public record Pending(ProposalMade proposal, Origin origin) {}

    /// Whether somebody ended the proposal as a whole.
    public enum End {
        NONE,
        REJECTED,
        WITHDRAWN
    }

    public Life {
        reviews = List.copyOf(reviews);
        required = required == null ? null : List.copyOf(required);
        approvals = List.copyOf(approvals);
        rejectedRows = List.copyOf(rejectedRows);
        effects = List.copyOf(effects);
        open = List.copyOf(open);
    }

    /// A revision as it begins: nothing reviewed, nothing given. Findings of the revision before
    /// stay open until they are settled.
    static Life begin(ProposalMade proposal, String hash, Origin origin, List<OpenFinding> open) {
        List<EffectState> effects =
                proposal.effects().stream()
                        .map(effect -> EffectStates.recorded(effect, origin.recordedAt()))
                        .toList();
        return new Life(
                proposal, hash, origin, End.NONE, false, List.of(), null, List.of(), List.of(), 0,
                effects, null, null, open);
    }

    public EffectState state(EffectId effect) {
        return effects.stream()
                .filter(state -> state.effectId().equals(effect))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No effect " + effect));
    }

    public Effect effect(EffectId id) {
        return proposal.effects().stream()
                .filter(effect -> effect.effectId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No effect " + id));
    }

    boolean has(EffectId id) {
        return effects.stream().anyMatch(state -> state.effectId().equals(id));
    }

    boolean anyInFlight() {
        return effects.stream().anyMatch(state -> state.status().inFlight());
    }

    /// Whether reviewer and policy have not spoken yet because facts are on their way.
    public boolean awaitsFacts() {
        return !reviewed && end == End.NONE;
    }

    /// Whether money has moved or may be moving.
    public boolean committed() {
        return effects.stream()
                .filter(state -> !state.advisory())
                .anyMatch(state ->
                        state.status().inFlight() || state.status() == EffectState.Status.DONE);
    }

    public List<DecisionId> decisions() {
        return approvals.stream().map(Approval::decisionId).toList();
    }

    Life withEffects(UnaryOperator<EffectState> change) {
        return withEffects(effects.stream().map(change).toList());
    }

    /// The same life with this effect as it is now.
    public Life with(EffectState changed) {
        return withEffects(state -> state.effectId().equals(changed.effectId()) ? changed : state);
    }

    private Life withEffects(List<EffectState> newEffects) {
        return new Life(
                proposal,
                hash,
                origin,
                end,
                reviewed,
                reviews,
                required,
                approvals,
                rejectedRows,
                refusedRevision,
                newEffects,
                pending,
                waitReason,
                open);
    }

    Life ended(End newEnd, @Nullable String reason) {
        return new Life(
                proposal,
                hash,
                origin,
                newEnd,
                reviewed,
                reviews,
                required,
                approvals,
                rejectedRows,
                refusedRevision,
                effects,
                null,
                reason,
                open);
    }

    /// The same life after the reviewer and policy have spoken.
    public Life reviewed(
            List<ReviewResult> results,
            @Nullable List<ApprovalNeeded> newRequired,
            @Nullable String newWaitReason) {
        return new Life(
                proposal,
                hash,
                origin,
                end,
                true,
                results,
                newRequired,
                approvals,
                rejectedRows,
                refusedRevision,
                effects,
                pending,
                newWaitReason,
                open);
    }

    Life approved(Approval approval) {
        List<Approval> more = new ArrayList<>(approvals);
        more.add(approval);
        return new Life(
                proposal,
                hash,
                origin,
                end,
                reviewed,
                reviews,
                required,
                more,
                rejectedRows,
                refusedRevision,
                effects,
                pending,
                waitReason,
                open);
    }

    /// Approvals are void: some rows are to be dropped first.
    Life rowsRejected(List<RowRef> rows) {
        return new Life(
                proposal,
                hash,
                origin,
                end,
                reviewed,
                reviews,
                required,
                List.of(),
                rows,
                refusedRevision,
                effects,
                pending,
                "Rejected rows are to be dropped.",
                open);
    }

    Life refused(int revision) {
        return new Life(
                proposal,
                hash,
                origin,
                end,
                reviewed,
                reviews,
                required,
                approvals,
                rejectedRows,
                Math.max(refusedRevision, revision),
                effects,
                pending,
                waitReason,
                open);
    }

    Life holding(@Nullable Pending next) {
        return new Life(
                proposal,
                hash,
                origin,
                end,
                reviewed,
                reviews,
                required,
                approvals,
                rejectedRows,
                refusedRevision,
                effects,
                next,
                waitReason,
                open);
    }

    /// The same life waiting for this, in words; absent when it waits no longer.
    public Life waiting(@Nullable String reason) {
        return new Life(
                proposal,
                hash,
                origin,
                end,
                reviewed,
                reviews,
                required,
                approvals,
                rejectedRows,
                refusedRevision,
                effects,
                pending,
                reason,
                open);
    }

    /// The same life with these findings open.
    public Life finding(List<OpenFinding> findings) {
        return new Life(
                proposal,
                hash,
                origin,
                end,
                reviewed,
                reviews,
                required,
                approvals,
                rejectedRows,
                refusedRevision,
                effects,
                pending,
                waitReason,
                findings);
    }
}
