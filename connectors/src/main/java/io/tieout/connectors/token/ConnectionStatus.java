package io.tieout.connectors.token;

import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may be shown about a connection: no token.
///
/// @param expiresAt of the access token; absent when it does not expire or there is none yet
public record ConnectionStatus(
        ConnectionId connection,
        Vendor vendor,
        TokenState state,
        Instant stateSince,
        Instant rotatedAt,
        @Nullable Instant expiresAt) {}
