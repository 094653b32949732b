package io.tieout.console.frame;

import java.util.List;

/// What surrounds every page.
///
/// @param version changes with style and script, so that a browser never mixes old and new
/// @param still whether the page answers a form: its address then is the form's, which cannot be
///   asked again for news
public record Frame(
        String title,
        List<Entry> entries,
        String personName,
        String personRoles,
        When asOf,
        String correlation,
        String version,
        boolean still) {
    /// One line of the navigation.
    public record Entry(String label, String href, String key, long count, boolean here) {}

    public Frame {
        entries = List.copyOf(entries);
    }
}
