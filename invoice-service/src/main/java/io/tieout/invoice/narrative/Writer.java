package io.tieout.invoice.narrative;

/// Something that words invoice lines.
interface Writer {
    /// What it answered, unchecked, or that it could not be asked.
    Advice write(NarrativeRequest request);

    /// The outcome of asking.
    sealed interface Advice {
        record Given(NarrativeAnswer answer) implements Advice {}

        record Unavailable(String why) implements Advice {}
    }
}
