package io.tieout.twin.quota;

import java.time.Duration;
import java.time.Instant;

/// One limit, counted in whichever kind of window the twin is set to: no vendor says which is its
/// own.
public final class Window {
    /// How a vendor may count.
    public enum Kind {
        SLIDING,
        FIXED
    }

    private final SlidingWindow sliding;
    private final FixedWindow fixed;

    public Window(int limit, Duration length) {
        this.sliding = new SlidingWindow(limit, length);
        this.fixed = new FixedWindow(limit, length);
    }

    public boolean admits(Kind kind, int weight, double factor, Instant now) {
        return switch (kind) {
            case SLIDING -> sliding.admits(weight, factor, now);
            case FIXED -> fixed.admits(weight, factor, now);
        };
    }
}
