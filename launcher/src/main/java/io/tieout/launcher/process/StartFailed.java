package io.tieout.launcher.process;

/// A part did not start; the message is a sentence for the person at the keyboard.
public class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
