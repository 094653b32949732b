package io.tieout.console.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/// Asks whom a session token belongs to.
final class SessionRequest extends BaseAuthenticationRequest {
    private final String token;

    SessionRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
