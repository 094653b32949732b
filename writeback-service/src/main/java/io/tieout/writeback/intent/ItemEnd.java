package io.tieout.writeback.intent;

import io.tieout.writeback.effect.EffectEnd;

/// What came of one item of a call.
public sealed interface ItemEnd {
    /// It is over.
    record Ended(EffectEnd end) implements ItemEnd {}

    /// Nothing happened, and it goes out again in another call.
    record Freed(String why) implements ItemEnd {}
}
