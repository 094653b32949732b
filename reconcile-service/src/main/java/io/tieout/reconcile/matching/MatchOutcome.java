package io.tieout.reconcile.matching;

import io.tieout.reconcile.engine.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the books say about a cost row.
public sealed interface MatchOutcome {
    /// It is these documents, usually one.
    record Matched(List<BookDocument> documents) implements MatchOutcome {
        public Matched {
            documents = List.copyOf(documents);
        }
    }

    /// It is probably these documents, or is surely one of them and differs: a person looks.
    ///
    /// @param category in what it differs; absent when it is only not sure
    /// @param evidence in words with figures
    record Review(@Nullable Category category, List<BookDocument> documents, String evidence)
            implements MatchOutcome {
        public Review {
            documents = List.copyOf(documents);
        }
    }

    /// No document is it.
    ///
    /// @param category what a row without document is
    /// @param nearest what comes nearest, best first
    record Missing(Category category, List<Near> nearest) implements MatchOutcome {
        public Missing {
            nearest = List.copyOf(nearest);
        }
    }

    /// Several fit equally well, or several rows fit the same: nobody guesses.
    ///
    /// @param rows how many rows there are for these documents
    /// @param candidates the documents as they were tested for this row, best first
    record Undecided(int rows, List<BookDocument> documents, List<Near> candidates)
            implements MatchOutcome {
        public Undecided {
            documents = List.copyOf(documents);
            candidates = List.copyOf(candidates);
        }
    }

    /// The row does not say enough.
    record Incomplete() implements MatchOutcome {}

    /// The row says something that cannot be read.
    record Unreadable(UnreadableCells cells) implements MatchOutcome {}

    /// A document that was considered.
    ///
    /// @param score from 0 to 1
    /// @param failed the tests that it failed
    record Near(BookDocument document, double score, List<String> failed) {
        public Near {
            failed = List.copyOf(failed);
        }
    }
}
