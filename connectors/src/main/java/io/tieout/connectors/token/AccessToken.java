package io.tieout.connectors.token;

import io.tieout.connectors.Secret;

/// What a call carries in its Authorization header; never shows in a log.
public record AccessToken(Secret secret) {
    public String bearer() {
        return "Bearer " + secret.value();
    }
}
