package io.tieout.model.envelope;

import java.util.Comparator;

/// How new a fact is at its source: sheet version and mapping version (above it, how often the
/// row's attachments were read), or SyncToken and last update in epoch milliseconds. A projection
/// applies only what is higher.
public record SourceRevision(long major, long minor) implements Comparable<SourceRevision> {
    /// For events that are not state.
    public static final SourceRevision NONE = new SourceRevision(0, 0);

    private static final Comparator<SourceRevision> ORDER =
            Comparator.comparingLong(SourceRevision::major)
                    .thenComparingLong(SourceRevision::minor);

    @Override
    public int compareTo(SourceRevision other) {
        return ORDER.compare(this, other);
    }
}
