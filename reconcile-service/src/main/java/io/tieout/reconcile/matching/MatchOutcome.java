package io.tieout.reconcile.matching;

import java.util.List;

/// What the books say about a cost row.
public sealed interface MatchOutcome {
    /// It is this document.
    record Matched(BookDocument document) implements MatchOutcome {}

    /// No document is it.
    record Missing() implements MatchOutcome {}

    /// Several fit equally well, or several rows fit the same: nobody guesses.
    record Undecided(List<BookDocument> documents) implements MatchOutcome {
        public Undecided {
            documents = List.copyOf(documents);
        }
    }

    /// The row does not say enough.
    record Incomplete() implements MatchOutcome {}
}
