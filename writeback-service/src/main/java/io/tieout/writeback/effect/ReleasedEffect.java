package io.tieout.writeback.effect;

import io.tieout.model.effect.Effect;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An effect with a good receipt.
///
/// @param number its place in the order of acceptance
/// @param acceptedAt since when it waits
/// @param apart whether it travels alone, because a request that it was in was refused as a whole
/// @param freshVersion at which its object was read again after a conflict
/// @param readAgain how often that was
public record ReleasedEffect(
        long number,
        EffectReleased release,
        EventId cause,
        CorrelationId correlation,
        Instant acceptedAt,
        boolean apart,
        @Nullable Long freshVersion,
        int readAgain) {
    public ReleasedEffect(
            long number,
            EffectReleased release,
            EventId cause,
            CorrelationId correlation,
            Instant acceptedAt,
            boolean apart) {
        this(number, release, cause, correlation, acceptedAt, apart, null, 0);
    }

    public Effect effect() {
        return release.effect();
    }

    public Receipt receipt() {
        return release.receipt();
    }

    /// `<proposal>.<revision>.<effect>`: the same for ever, whatever happens to it.
    public String key() {
        return receipt().proposalId() + "." + receipt().revision() + "." + receipt().effectId();
    }

    public boolean isLateAt(Instant now) {
        return now.isAfter(receipt().notAfter());
    }
}
