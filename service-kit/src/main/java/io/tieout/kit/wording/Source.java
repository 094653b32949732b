package io.tieout.kit.wording;

/// A piece of text that a sentence may rest on.
///
/// @param cite its name in the evidence, such as `row:41:7`
public record Source(String cite, String text) {}
