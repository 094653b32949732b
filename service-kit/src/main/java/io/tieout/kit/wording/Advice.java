package io.tieout.kit.wording;

/// The outcome of asking a model. What it says is unchecked.
public sealed interface Advice<T> {
    record Given<V>(V answer) implements Advice<V> {}

    record Unavailable<V>(String why) implements Advice<V> {}
}
