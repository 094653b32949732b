package io.tieout.audit.proposal;

import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The state of a whole proposal, derived from its effects: those that move money speak for it, and
/// only where there are none, the advisory ones.
public final class Standing {
    private static final Set<EffectState.Status> UNDER_WAY =
            EnumSet.of(EffectState.Status.RELEASED, EffectState.Status.DONE);

    private Standing() {}

    public static Status of(Life life) {
        return switch (life.end()) {
            case REJECTED -> Status.REJECTED;
            case WITHDRAWN -> Status.WITHDRAWN;
            case NONE -> ofEffects(life);
        };
    }

    private static Status ofEffects(Life life) {
        List<EffectState> decisive = decisive(life);
        if (any(life.effects(), EffectState.Status.BLOCKED)) {
            return Status.BLOCKED;
        }
        if (any(decisive, EffectState.Status.UNKNOWN)) {
            return Status.UNKNOWN;
        }
        if (any(decisive, EffectState.Status.FAILED)) {
            return Status.FAILED;
        }
        if (any(decisive, EffectState.Status.EXPIRED)) {
            return Status.EXPIRED;
        }
        if (any(decisive, EffectState.Status.REVERSED)) {
            return Status.REVERSED;
        }
        if (life.effects().stream().allMatch(state -> state.status().ended())) {
            return Status.DONE;
        }
        if (decisive.stream().anyMatch(state -> UNDER_WAY.contains(state.status()))) {
            return Status.RELEASED;
        }
        return life.required() != null && !Approvals.missing(life).isEmpty()
                ? Status.AWAITING_APPROVAL
                : Status.RECORDED;
    }

    private static List<EffectState> decisive(Life life) {
        List<EffectState> moving =
                life.effects().stream().filter(state -> !state.advisory()).toList();
        return moving.isEmpty() ? life.effects() : moving;
    }

    private static boolean any(List<EffectState> states, EffectState.Status status) {
        return states.stream().anyMatch(state -> state.status() == status);
    }
}
