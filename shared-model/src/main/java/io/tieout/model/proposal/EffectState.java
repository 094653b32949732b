package io.tieout.model.proposal;

import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.EffectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far one effect got.
///
/// @param type wire name of the effect, such as `create-invoice`
/// @param resolvedHash hash of the effect in the form it was released in; absent before release
/// @param releaseSequence audit sequence of the release; 0 before
public record EffectState(
        EffectId effectId,
        String type,
        String target,
        boolean advisory,
        Status status,
        @Nullable String resolvedHash,
        long releaseSequence,
        @Nullable EffectResult result,
        @Nullable String errorCode,
        @Nullable String message,
        Instant changedAt) {
    /// The life of an effect.
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
        REVERSED;

        /// Whether nothing more will happen to it by itself. `UNKNOWN` waits for a person.
        public boolean ended() {
            return switch (this) {
                case RECORDED, AWAITING_APPROVAL, RELEASED, UNKNOWN -> false;
                case BLOCKED, DONE, FAILED, EXPIRED, REJECTED, REVERSED -> true;
            };
        }

        /// Whether it may be happening right now.
        public boolean inFlight() {
            return this == RELEASED || this == UNKNOWN;
        }
    }
}
