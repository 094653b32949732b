package io.tieout.connectors.token;

import io.tieout.connectors.Secret;
import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A connection's tokens as stored, opened.
record TokenRow(
        ConnectionId connection,
        Vendor vendor,
        @Nullable Secret access,
        @Nullable Secret refresh,
        @Nullable Instant expiresAt,
        Instant rotatedAt,
        TokenState state,
        Instant stateSince,
        @Nullable Instant refreshExpiresAt,
        @Nullable Instant hardExpiresAt,
        @Nullable String scopes,
        @Nullable String problem) {
    /// Whether the access token is good for a while: `margin`, or half its life if that is shorter.
    boolean isFresh(Instant now, Duration margin) {
        if (access == null) {
            return false;
        }
        if (expiresAt == null) {
            return true;
        }
        Duration halfLife = Duration.between(rotatedAt, expiresAt).dividedBy(2);
        Duration rest = halfLife.compareTo(margin) < 0 ? halfLife : margin;
        return expiresAt.minus(rest).isAfter(now);
    }

    ConnectionStatus status() {
        return new ConnectionStatus(
                connection,
                vendor,
                state,
                stateSince,
                rotatedAt,
                expiresAt,
                refresh != null,
                refreshExpiresAt,
                hardExpiresAt,
                scopes,
                problem);
    }
}
