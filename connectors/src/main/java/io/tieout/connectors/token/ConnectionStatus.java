package io.tieout.connectors.token;

import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may be shown about a connection: no token.
///
/// @param expiresAt of the access token; absent when it does not expire or there is none yet
/// @param renewable whether there is a refresh token
/// @param refreshExpiresAt when the refresh token ends unless it is used before
/// @param hardExpiresAt when a person must connect again whatever happens
/// @param scopes what was asked for when a person connected it, without what was refused since
/// @param problem why a person must connect it again
public record ConnectionStatus(
        ConnectionId connection,
        Vendor vendor,
        TokenState state,
        Instant stateSince,
        Instant rotatedAt,
        @Nullable Instant expiresAt,
        boolean renewable,
        @Nullable Instant refreshExpiresAt,
        @Nullable Instant hardExpiresAt,
        @Nullable String scopes,
        @Nullable String problem) {}
