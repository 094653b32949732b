package io.tieout.connectors.token;

import io.tieout.connectors.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a token endpoint said.
sealed interface RefreshAnswer {
    /// A new pair. QuickBooks' old refresh token dies within about a day, Smartsheet's at once.
    ///
    /// @param refreshLife how long the refresh token is good unless it is used
    /// @param hardLife after which only a person helps, however often it is used
    record Renewed(
            Secret access,
            Secret refresh,
            Duration life,
            @Nullable Duration refreshLife,
            @Nullable Duration hardLife)
            implements RefreshAnswer {}

    /// `invalid_grant` and the like: no repetition helps.
    record Rejected(int status, String error) implements RefreshAnswer {}

    /// No usable answer: it may or may not have rotated the token.
    record Unclear(String what) implements RefreshAnswer {}
}
