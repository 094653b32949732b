package io.tieout.launcher.story;

import java.time.Duration;
import java.util.function.Supplier;

/// One step of a story.
///
/// @param sentence what happens, in words
/// @param limit how long its end may take
/// @param action what is done, once
/// @param evidence looked for until it is there; fails with `NotYet` before
record Step(String sentence, Duration limit, Runnable action, Supplier<String> evidence) {
    static final Duration USUAL_LIMIT = Duration.ofMinutes(3);

    /// Something is done and something comes of it.
    static Step of(String sentence, Runnable action, Supplier<String> evidence) {
        return new Step(sentence, USUAL_LIMIT, action, evidence);
    }

    /// Something comes by itself.
    static Step awaiting(String sentence, Supplier<String> evidence) {
        return of(sentence, () -> {}, evidence);
    }
}
