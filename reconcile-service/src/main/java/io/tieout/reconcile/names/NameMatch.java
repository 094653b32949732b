package io.tieout.reconcile.names;

import org.jspecify.annotations.Nullable;

/// Whose name a written name probably is.
///
/// @param owner the likeliest owner; absent when no name in memory has anything in common
/// @param name the name in memory that is nearest
/// @param score how probable that is, from 0 to 1
/// @param margin how far the next owner is behind, in log-odds of being the same name
/// @param runnerUp the next owner
public record NameMatch(
        @Nullable String owner,
        @Nullable String name,
        double score,
        double margin,
        @Nullable String runnerUp) {
    private static final double AUTOMATIC_SCORE = 0.92;
    private static final double AUTOMATIC_MARGIN = 2;

    static final NameMatch NONE = new NameMatch(null, null, 0, 0, null);

    /// Whether it stands without a person: sure in itself, and no other owner near.
    public boolean isAutomatic() {
        return score >= AUTOMATIC_SCORE && margin >= AUTOMATIC_MARGIN;
    }
}
