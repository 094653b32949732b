package io.tieout.connectors.smartsheet;

/// What came of fetching a file.
public sealed interface Downloaded {
    /// It is where it should be.
    ///
    /// @param hash SHA-256 of its bytes, hex
    record Saved(String hash, long size) implements Downloaded {}

    /// It has more bytes than allowed; none of them are of use.
    record TooLarge() implements Downloaded {}

    /// The link does not work any more: ask for another.
    record LinkRefused(int status) implements Downloaded {}
}
