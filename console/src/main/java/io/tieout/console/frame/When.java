package io.tieout.console.frame;

import java.time.Instant;

/// An instant on a page: shown short, exact on hover, machine-readable beneath.
public record When(String iso, String shown, String exact) {
    /// Shown as an age.
    public static When ago(Instant at, Instant now) {
        return new When(at.toString(), Words.age(at, now), Words.exact(at));
    }

    /// Shown as the time of day.
    public static When clock(Instant at) {
        return new When(at.toString(), Words.clock(at), Words.exact(at));
    }

    /// Shown in full.
    public static When exact(Instant at) {
        return new When(at.toString(), Words.exact(at), Words.exact(at));
    }
}
