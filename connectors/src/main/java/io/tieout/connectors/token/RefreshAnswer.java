package io.tieout.connectors.token;

import io.tieout.connectors.Secret;
import java.time.Duration;

/// What the token endpoint said.
sealed interface RefreshAnswer {
    /// A new pair; the old refresh token dies within about a day.
    record Renewed(Secret access, Secret refresh, Duration life) implements RefreshAnswer {}

    /// `invalid_grant` and the like: no repetition helps.
    record Rejected(int status, String error) implements RefreshAnswer {}

    /// No usable answer: it may or may not have rotated the token.
    record Unclear(String what) implements RefreshAnswer {}
}
