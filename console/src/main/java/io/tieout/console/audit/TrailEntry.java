package io.tieout.console.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One step in the life of a proposal.
///
/// @param sequence number of the audit record; absent when only the console knows of the step
public record TrailEntry(
        Instant at,
        @Nullable Long sequence,
        String type,
        @Nullable String actor,
        @Nullable String hash,
        String text) {
    /// The type in words: `proposal-made` is `Proposal made`.
    public String title() {
        String words = type.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
