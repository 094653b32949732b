package io.tieout.writeback.intent;

import io.tieout.model.effect.EffectResult;
import java.util.Map;

/// What came back from a call, or from a search for what an earlier call did.
public sealed interface Reply {
    /// An answer; items that it does not name are as unknown as before.
    record Items(Map<IntentItem, ItemReply> items) implements Reply {
        public Items {
            items = Map.copyOf(items);
        }
    }

    /// No answer that says anything of the items.
    record Fault(CallFault fault) implements Reply {}

    /// What was said of one item.
    sealed interface ItemReply {}

    /// It is there.
    record Done(EffectResult result) implements ItemReply {}

    /// It is not.
    record ItemFault(CallFault fault) implements ItemReply {}
}
