package io.tieout.writeback.intent;

import io.tieout.writeback.effect.ReleasedEffect;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The effects that a call is made for.
public final class CallEffects {
    private final Map<Long, ReleasedEffect> byNumber;

    public CallEffects(List<ReleasedEffect> effects) {
        this.byNumber =
                effects.stream()
                        .collect(Collectors.toMap(ReleasedEffect::number, effect -> effect));
    }

    /// The effect that the item is of.
    public ReleasedEffect of(IntentItem item) {
        ReleasedEffect effect = byNumber.get(item.effect());
        if (effect == null) {
            throw new IllegalStateException("No effect for item " + item);
        }
        return effect;
    }
}
