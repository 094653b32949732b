package io.tieout.writeback.intent;

import io.tieout.writeback.effect.EffectEnd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a call, or one item of it, brought no result: the four cases that a lane tells apart.
public sealed interface CallFault {
    /// Nothing happened, and the lane shall be quiet until then.
    record NotBefore(Instant until, String why) implements CallFault {}

    /// Nothing happened; it may work when tried again.
    record Passing(String why) implements CallFault {}

    /// It may have happened.
    ///
    /// @param errorCode given when the other side answered that it failed, rather than not at all
    record Doubt(String why, @Nullable String errorCode) implements CallFault {
        public Doubt(String why) {
            this(why, null);
        }
    }

    /// The other side refuses it, now and later.
    record Refusal(EffectEnd end) implements CallFault {}
}
