package io.tieout.model.finding;

import java.util.List;

/// What was found, in sentences that a model worded and that stood the checks. Nothing but words
/// depends on it.
///
/// @param by such as `model:gpt-4o-mini`
/// @param records what it is about, named by code
public record Explained(String text, String by, List<Citation> records) {
    public Explained {
        records = List.copyOf(records);
    }

    /// A row or document.
    ///
    /// @param record such as `row:41:7` or `books:Bill:145`
    /// @param name as people know it
    public record Citation(String record, String name) {}
}
