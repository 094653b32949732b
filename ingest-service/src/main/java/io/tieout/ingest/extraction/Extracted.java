package io.tieout.ingest.extraction;

/// What came of reading a file's text.
public sealed interface Extracted {
    /// The beginning of its text.
    record Text(String text) implements Extracted {}

    /// There is none to be had.
    record Unreadable(Problem problem) implements Extracted {}
}
