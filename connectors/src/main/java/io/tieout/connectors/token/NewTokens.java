package io.tieout.connectors.token;

import io.tieout.connectors.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pair as it is to be stored.
///
/// @param hardExpiresAt absent leaves what is known
record NewTokens(
        Secret access,
        Secret refresh,
        Instant at,
        Instant expiresAt,
        @Nullable Instant refreshExpiresAt,
        @Nullable Instant hardExpiresAt) {
    static NewTokens of(RefreshAnswer.Renewed renewed, Instant now) {
        return new NewTokens(
                renewed.access(),
                renewed.refresh(),
                now,
                now.plus(renewed.life()),
                after(now, renewed.refreshLife()),
                after(now, renewed.hardLife()));
    }

    private static @Nullable Instant after(Instant now, @Nullable Duration life) {
        return life == null ? null : now.plus(life);
    }
}
