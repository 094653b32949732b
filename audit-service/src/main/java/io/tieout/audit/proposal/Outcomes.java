package io.tieout.audit.proposal;

import io.tieout.model.command.CommandEvent;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.EffectState.Status;
import io.tieout.model.release.OutcomeEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What an outcome makes of an effect. Only what was released can have one, and what has ended
/// keeps its first.
public final class Outcomes {
    private Outcomes() {}

    public static Optional<Life> take(Life life, OutcomeEvent outcome, Instant now) {
        if (outcome.revision() != life.proposal().revision()
                || !life.has(outcome.effectId())
                || !life.state(outcome.effectId()).status().inFlight()) {
            return Optional.empty();
        }
        EffectState state = life.state(outcome.effectId());
        EffectState changed =
                switch (outcome) {
                    case OutcomeEvent.EffectDone done ->
                            EffectStates.done(state, done.result(), now);
                    case OutcomeEvent.EffectFailed failed ->
                            EffectStates.now(
                                    state,
                                    Status.FAILED,
                                    failed.errorCode(),
                                    failed.message(),
                                    now);
                    case OutcomeEvent.EffectRefused refused ->
                            EffectStates.now(
                                    state,
                                    refused.reason() == OutcomeEvent.EffectRefused.Reason.EXPIRED
                                            ? Status.EXPIRED
                                            : Status.FAILED,
                                    code(refused.reason()),
                                    refused.message(),
                                    now);
                    case OutcomeEvent.EffectUnknown unknown ->
                            EffectStates.now(
                                    state,
                                    Status.UNKNOWN,
                                    "outcome-unknown",
                                    unknown.message(),
                                    now);
                };
        return Optional.of(life.with(changed));
    }

    /// A person looked at an unknown effect; counts only while it is unknown.
    public static Optional<Life> resolve(
            Life life, CommandEvent.UnknownResolved resolved, Instant now) {
        if (resolved.revision() != life.proposal().revision()
                || !life.has(resolved.effectId())
                || life.state(resolved.effectId()).status() != Status.UNKNOWN) {
            return Optional.empty();
        }
        EffectState state = life.state(resolved.effectId());
        EffectResult result = resolved.result();
        if (resolved.happened() && result != null) {
            return Optional.of(life.with(EffectStates.done(state, result, now)));
        }
        return resolved.happened()
                ? Optional.empty()
                : Optional.of(
                        life.with(
                                EffectStates.now(
                                        state,
                                        Status.FAILED,
                                        "did-not-happen",
                                        resolved.person() + " looked: it did not happen",
                                        now)));
    }

    private static String code(OutcomeEvent.EffectRefused.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
