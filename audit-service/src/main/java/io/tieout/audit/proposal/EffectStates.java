package io.tieout.audit.proposal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.EffectState.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the state of one effect changes.
public final class EffectStates {
    private static final Map<Class<?>, String> WIRE_NAMES =
            Arrays.stream(Effect.class.getAnnotation(JsonSubTypes.class).value())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private EffectStates() {}

    static EffectState recorded(Effect effect, Instant at) {
        String type = WIRE_NAMES.get(effect.getClass());
        return new EffectState(
                effect.effectId(),
                type == null ? effect.getClass().getSimpleName() : type,
                effect.target(),
                effect.advisory(),
                Status.RECORDED,
                null,
                0,
                null,
                null,
                null,
                at);
    }

    /// Released in its resolved form.
    public static EffectState released(
            EffectState before, String resolvedHash, long sequence, Instant at) {
        return new EffectState(
                before.effectId(),
                before.type(),
                before.target(),
                before.advisory(),
                Status.RELEASED,
                resolvedHash,
                sequence,
                null,
                null,
                null,
                at);
    }

    static EffectState done(EffectState before, EffectResult result, Instant at) {
        return new EffectState(
                before.effectId(),
                before.type(),
                before.target(),
                before.advisory(),
                Status.DONE,
                before.resolvedHash(),
                before.releaseSequence(),
                result,
                null,
                null,
                at);
    }

    static EffectState now(
            EffectState before,
            Status status,
            @Nullable String errorCode,
            @Nullable String message,
            Instant at) {
        return new EffectState(
                before.effectId(),
                before.type(),
                before.target(),
                before.advisory(),
                status,
                before.resolvedHash(),
                before.releaseSequence(),
                before.result(),
                errorCode,
                message,
                at);
    }
}
