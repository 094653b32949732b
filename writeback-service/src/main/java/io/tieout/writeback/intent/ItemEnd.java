package io.tieout.writeback.intent;

import io.tieout.writeback.effect.EffectEnd;
import org.jspecify.annotations.Nullable;

/// What came of one item of a call.
public sealed interface ItemEnd {
    /// It is over.
    record Ended(EffectEnd end) implements ItemEnd {}

    /// Nothing happened, and it goes out again in another call.
    ///
    /// @param errorCode given when the other side failed at it
    record Freed(String why, @Nullable String errorCode) implements ItemEnd {
        public Freed(String why) {
            this(why, null);
        }
    }
}
