package io.tieout.launcher.system;

import java.time.Duration;

/// Hears how a start goes on.
@FunctionalInterface
public interface Progress {
    /// A part is ready.
    void ready(String part, String address, Duration after);

    /// Hears nothing.
    static Progress silent() {
        return (_, _, _) -> {};
    }
}
