package io.tieout.launcher.port;

import io.tieout.launcher.process.StartFailed;

/// Somebody else listens where Tieout would.
public final class PortTaken extends StartFailed {
    private static final long serialVersionUID = 1L;

    PortTaken(String message) {
        super(message);
    }
}
