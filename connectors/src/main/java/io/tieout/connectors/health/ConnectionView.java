package io.tieout.connectors.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection as it is shown to people: never with a token.
///
/// @param state `CONNECTED` or `NEEDS_REAUTH`
/// @param tokenAgeSeconds since the tokens changed last
/// @param expiresAt of the access token, which is renewed by itself
/// @param hardExpiresAt when a person must sign in again
/// @param pausedUntil until when the vendor wants to be left alone
/// @param headroom what is left of each of its quotas, 0 to 1, by its name, all services together
/// @param meteredCalls billed reads of this connection this month
public record ConnectionView(
        String connection,
        String vendor,
        String state,
        Instant stateSince,
        long tokenAgeSeconds,
        @Nullable Instant expiresAt,
        @Nullable Instant refreshExpiresAt,
        @Nullable Instant hardExpiresAt,
        @Nullable String scopes,
        @Nullable Instant pausedUntil,
        Map<String, BigDecimal> headroom,
        @Nullable Long meteredCalls,
        @Nullable Long meteredBudget,
        List<Problem> problems) {
    public ConnectionView {
        headroom = Map.copyOf(headroom);
        problems = List.copyOf(problems);
    }
}
