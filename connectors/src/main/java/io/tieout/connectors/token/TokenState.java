package io.tieout.connectors.token;

/// Whether a connection can be used, or a person has to connect it again.
public enum TokenState {
    CONNECTED,
    NEEDS_REAUTH
}
