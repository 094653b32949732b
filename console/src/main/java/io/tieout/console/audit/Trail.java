package io.tieout.console.audit;

import java.util.List;

/// The life of a proposal, as far as it can be told.
public sealed interface Trail {
    /// As audit recorded it.
    record Recorded(List<TrailEntry> entries) implements Trail {
        public Recorded {
            entries = List.copyOf(entries);
        }
    }

    /// Audit could not be asked.
    record OutOfReach(String why) implements Trail {}
}
