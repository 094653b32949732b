package io.tieout.launcher.story;

/// What a step waits for is not there; the message says what is there instead.
final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYet(String message) {
        super(message);
    }

    NotYet(String message, Throwable cause) {
        super(message, cause);
    }

    /// Fails with the sentence unless the condition holds.
    static void unless(boolean condition, String sentence) {
        if (!condition) {
            throw new NotYet(sentence);
        }
    }
}
