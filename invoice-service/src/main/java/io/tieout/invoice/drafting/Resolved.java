package io.tieout.invoice.drafting;

/// A thing that was looked up, or why it could not be.
public sealed interface Resolved<T> {
    record Found<T>(T value) implements Resolved<T> {}

    record Missing<T>(Refusal refusal) implements Resolved<T> {}
}
