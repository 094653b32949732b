package io.tieout.invoice.narrative;

/// A piece of text that a sentence may rest on.
///
/// @param cite its name in the evidence, such as `row:41:7`
record Source(String cite, String text) {}
