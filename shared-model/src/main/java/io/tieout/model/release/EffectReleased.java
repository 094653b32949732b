package io.tieout.model.release;

import io.tieout.model.effect.Effect;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One effect that may happen now, resolved, with audit's signed receipt.
///
/// @param guards rows that must not have changed since, checked just before the call; empty for
///   advisory effects
/// @param bookCloseDate last closed day as known at release; nothing may be dated on or before it
public record EffectReleased(
        Receipt receipt,
        Effect effect,
        String reference,
        List<RowGuard> guards,
        @Nullable LocalDate bookCloseDate) {
    public EffectReleased {
        guards = List.copyOf(guards);
    }
}
