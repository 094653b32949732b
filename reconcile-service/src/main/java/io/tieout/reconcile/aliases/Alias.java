package io.tieout.reconcile.aliases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name that people say is a vendor of the books.
///
/// @param vendor as the books name it now
/// @param why it is not taken, or was revoked; empty while it is
/// @param decisions what it was learned from and what was said since, oldest first
public record Alias(
        String name,
        String vendor,
        State state,
        String why,
        Instant changedAt,
        List<Decision> decisions) {
    public Alias {
        decisions = List.copyOf(decisions);
    }

    /// Whether the name is taken for the vendor.
    public enum State {
        LEARNED,
        /// Switched off by a person.
        REVOKED,
        /// Not taken: the name is somebody else already.
        CONTRADICTING
    }

    /// One answer of a person.
    ///
    /// @param finding what the person was looking at
    /// @param row the row that writes the name so
    public record Decision(
            String person,
            Instant at,
            Deed deed,
            @Nullable String finding,
            @Nullable String row,
            String reason) {}

    /// What a person said.
    public enum Deed {
        CONFIRMED,
        CONTRADICTED,
        REVOKED
    }
}
