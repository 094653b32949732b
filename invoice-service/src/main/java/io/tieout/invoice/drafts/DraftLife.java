package io.tieout.invoice.drafts;

import io.tieout.model.effect.EffectResult;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.proposal.ProposalState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of a draft: from audit's word on it, and from what its rows would give now.
final class DraftLife {
    private static final String CREATE = "create-";

    /// Refusals just before the call that a fresh draft settles.
    private static final Set<String> PASSING = Set.of("ROW_CHANGED", "EXPIRED", "SUPERSEDED");

    /// Writeback's word for a reference that leads nowhere any more.
    private static final String STALE = "reference-stale";

    private DraftLife() {}

    static Fate fate(Draft draft, @Nullable ProposalState state) {
        if (state == null) {
            return new Fate.Undecided(false, false, false, List.of());
        }
        Fate posting = posting(state);
        if (posting != null) {
            return posting;
        }
        boolean accepted = state.proposal().revision() >= draft.revision();
        boolean answered = accepted || state.refusedRevision() >= draft.revision();
        if (!answered) {
            return new Fate.Undecided(false, false, false, List.of());
        }
        return ended(state).orElseGet(() -> undecided(state, accepted));
    }

    /// Once the invoice is under way nothing that was sent later counts.
    private static @Nullable Fate posting(ProposalState state) {
        List<RowCitation> rows = state.proposal().evidence().rows();
        EffectState create = create(state).orElse(null);
        if (create == null) {
            return null;
        }
        return switch (create.status()) {
            case RELEASED, UNKNOWN -> new Fate.Sealed(rows);
            case DONE ->
                    create.result() instanceof EffectResult.Posted document
                            ? new Fate.Posted(rows, document)
                            : new Fate.Sealed(rows);
            case REVERSED -> new Fate.Reversed();
            case RECORDED, BLOCKED, AWAITING_APPROVAL, FAILED, EXPIRED, REJECTED -> null;
        };
    }

    private static Optional<Fate> ended(ProposalState state) {
        return switch (state.status()) {
            case REJECTED -> Optional.of(new Fate.Rejected());
            case WITHDRAWN -> Optional.of(new Fate.Withdrawn());
            case EXPIRED -> Optional.of(new Fate.Lapsed());
            case REVERSED -> Optional.of(new Fate.Reversed());
            case RECORDED, BLOCKED, AWAITING_APPROVAL, RELEASED, DONE, FAILED, UNKNOWN ->
                    create(state).flatMap(DraftLife::ended);
        };
    }

    private static Optional<Fate> ended(EffectState create) {
        return switch (create.status()) {
            case EXPIRED -> Optional.of(new Fate.Lapsed());
            case FAILED -> Optional.of(failed(create));
            case REJECTED ->
                    Optional.of(
                            passes(create.errorCode()) ? new Fate.Lapsed() : new Fate.Rejected());
            case RECORDED, BLOCKED, AWAITING_APPROVAL, RELEASED, DONE, UNKNOWN, REVERSED ->
                    Optional.empty();
        };
    }

    private static Fate failed(EffectState create) {
        if (STALE.equals(create.errorCode())) {
            return new Fate.Outdated(create.changedAt());
        }
        return passes(create.errorCode()) ? new Fate.Lapsed() : new Fate.Failed();
    }

    private static boolean passes(@Nullable String errorCode) {
        return errorCode != null
                && PASSING.contains(errorCode.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Fate undecided(ProposalState state, boolean accepted) {
        boolean underWay = state.effects().stream().anyMatch(effect -> effect.status().inFlight());
        return new Fate.Undecided(
                !underWay,
                accepted,
                state.status() == ProposalState.Status.BLOCKED,
                state.rejectedRows());
    }

    private static Optional<EffectState> create(ProposalState state) {
        return state.effects().stream()
                .filter(effect -> effect.type().startsWith(CREATE))
                .findFirst();
    }

    /// @param open the group's open draft, if it has one
    /// @param fate audit's word on it
    /// @param basis what a draft would be made from now; absent when there is nothing to bill
    static Step next(@Nullable Draft open, Fate.@Nullable Open fate, @Nullable String basis) {
        if (open == null || fate == null) {
            return basis == null ? Step.NOTHING : Step.BEGIN;
        }
        return switch (fate) {
            case Fate.Outdated _ -> open.basis().equals(basis) ? Step.KEEP : Step.RENEW;
            case Fate.Undecided word -> undecided(open, word, basis);
        };
    }

    private static Step undecided(Draft open, Fate.Undecided word, @Nullable String basis) {
        if (open.phase() == Draft.Phase.WITHDRAWING) {
            return Step.WAIT;
        }
        boolean refused = word.revisable() && !word.accepted();
        if (basis != null && basis.equals(open.basis()) && !refused) {
            return Step.KEEP;
        }
        if (!word.revisable()) {
            return Step.WAIT;
        }
        return basis == null ? Step.WITHDRAW : Step.REVISE;
    }
}
