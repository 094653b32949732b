package io.tieout.audit.proposal;

import io.tieout.audit.proposal.Life.End;
import io.tieout.audit.review.Reviewer;
import io.tieout.model.effect.Effect;
import io.tieout.model.id.EffectId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.EffectState.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which effects of a proposal may happen now: reviewed, in their order, with everything that they
/// take from earlier ones at hand, and approved unless they are advisory.
public final class Sequencer {
    private Sequencer() {}

    /// The proposal with every effect at its place, and those to release now.
    public record Step(Life life, List<EffectId> releases) {
        public Step {
            releases = List.copyOf(releases);
        }
    }

    public static Step next(Life life, Instant now) {
        if (!life.reviewed() || life.end() != End.NONE || life.required() == null) {
            return new Step(life, List.of());
        }
        if (!Reviewer.passed(life.reviews())) {
            return new Step(block(life, now), List.of());
        }
        boolean approved = Approvals.missing(life).isEmpty() && life.rejectedRows().isEmpty();
        Life current = life;
        List<EffectId> releases = new ArrayList<>();
        for (Effect effect : life.proposal().effects()) {
            EffectState state = current.state(effect.effectId());
            if (state.status() != Status.RECORDED && state.status() != Status.AWAITING_APPROVAL) {
                continue;
            }
            if (isPointless(current, effect)) {
                current =
                        current.with(
                                EffectStates.now(
                                        state,
                                        Status.REJECTED,
                                        null,
                                        "Not needed: what it follows did not happen",
                                        now));
            } else if (Announcements.isNotNeeded(current, effect)) {
                current =
                        current.with(
                                EffectStates.now(
                                        state,
                                        Status.REJECTED,
                                        null,
                                        "Not needed: nobody has to approve, and its rows are written when it is done",
                                        now));
            } else if (!effect.advisory() && !approved) {
                current = await(current, state, now);
            } else if (isDue(current, effect) && life.pending() == null) {
                releases.add(effect.effectId());
            }
        }
        return new Step(current, releases);
    }

    private static Life await(Life life, EffectState state, Instant now) {
        return state.status() == Status.AWAITING_APPROVAL
                ? life
                : life.with(EffectStates.now(state, Status.AWAITING_APPROVAL, null, null, now));
    }

    private static boolean isDue(Life life, Effect effect) {
        return Stream.concat(effect.after().stream(), Resolution.sources(effect).stream())
                .allMatch(id -> life.state(id).status().ended());
    }

    /// It takes a result from an effect that has ended without one.
    private static boolean isPointless(Life life, Effect effect) {
        return Resolution.sources(effect).stream()
                .map(life::state)
                .anyMatch(state -> state.status().ended() && state.status() != Status.DONE);
    }

    private static Life block(Life life, Instant now) {
        return life.withEffects(state ->
                switch (state.status()) {
                    case RECORDED, AWAITING_APPROVAL ->
                            EffectStates.now(state, Status.BLOCKED, "blocked-by-review", null, now);
                    case BLOCKED, RELEASED, DONE, FAILED, UNKNOWN, EXPIRED, REJECTED, REVERSED ->
                            state;
                });
    }
}
