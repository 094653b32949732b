package io.tieout.launcher.story;

/// What a story came to.
///
/// @param held rows that are ready to bill and in no draft
/// @param exceptions how many the console counts that wait for somebody
/// @param calls how many calls the vendors saw
record Tally(int drafts, long invoices, long held, long exceptions, long calls) {}
