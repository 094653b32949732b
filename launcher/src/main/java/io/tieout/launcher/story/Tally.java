package io.tieout.launcher.story;

/// What a story came to.
///
/// @param calls how many calls the vendors saw
record Tally(int drafts, long invoices, int held, int exceptions, long calls) {}
