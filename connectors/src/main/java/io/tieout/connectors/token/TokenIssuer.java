package io.tieout.connectors.token;

import io.tieout.connectors.Secret;
import io.tieout.connectors.Vendor;

/// Where tokens come from.
interface TokenIssuer {
    /// A new pair for a refresh token.
    RefreshAnswer refresh(Vendor vendor, Secret refreshToken);

    /// The first pair, for what a person has agreed to.
    RefreshAnswer exchange(Vendor vendor, Secret code, String redirectUri);
}
