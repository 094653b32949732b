package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Entry;
import java.util.List;

/// What is said of one or more lines. Each line is in exactly one verdict.
public sealed interface Verdict {
    List<Entry> sheet();

    List<Entry> books();

    /// They belong together.
    ///
    /// @param remainder what the sheet's lines are more than those of the books, when only part of
    ///   it is allocated
    record Matched(
            List<Entry> sheet,
            List<Entry> books,
            String rule,
            Band band,
            double score,
            double margin,
            long remainder)
            implements Verdict {}

    /// They belong together and differ.
    ///
    /// @param evidence in what they differ, in words with figures
    record Deviating(
            Category category,
            List<Entry> sheet,
            List<Entry> books,
            String rule,
            Band band,
            double score,
            double margin,
            String evidence)
            implements Verdict {}

    /// Nothing on the other side is it.
    ///
    /// @param nearest what comes nearest, best first, and why it is not it
    record Alone(
            Category category,
            List<Entry> sheet,
            List<Entry> books,
            List<Near> nearest,
            String evidence)
            implements Verdict {}

    /// Several fit equally well, and nobody guesses.
    record Tied(List<Entry> sheet, List<Entry> books, List<Near> nearest) implements Verdict {}

    /// A counterpart that was considered, and which tests it failed.
    record Near(Entry one, Entry other, double score, List<String> failed) {}
}
