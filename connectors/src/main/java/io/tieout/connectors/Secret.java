package io.tieout.connectors;

/// A text that never shows in a log or an exception: only `value()` gives it away.
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A secret is empty");
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
