package io.tieout.reconcile.proposing;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.proposing.Reconciliation.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done about one row. Pure.
///
/// @param propose whether a revision that writes `wanted` goes out now
/// @param kind as what the finding is published
/// @param candidates what comes nearest to a row that is missing in the books, or what ties
record RowDecision(
        Cells wanted,
        boolean propose,
        Finding finding,
        String findingDetail,
        @Nullable FindingKind kind,
        List<Candidate> candidates,
        Weight weight) {
    /// @param detail what a finding says
    static RowDecision of(
            Cells wanted,
            Cells shown,
            MatchOutcome outcome,
            String detail,
            Weight weight,
            Reconciliation known) {
        return new RowDecision(
                wanted,
                isDue(wanted, shown, known),
                finding(outcome),
                finding(outcome) == Finding.NONE ? "" : detail,
                kind(outcome),
                candidates(outcome),
                weight);
    }

    /// Equal for findings that say the same beside their words.
    String said() {
        return finding == Finding.NONE || finding == Finding.MATCHED
                ? ""
                : CanonicalJson.sha256(
                        List.of(
                                weight.words(),
                                candidates.stream()
                                        .map(one ->
                                                one.entityType() + ":" + one.id() + one.failed())
                                        .toList()));
    }

    private static List<Candidate> candidates(MatchOutcome outcome) {
        List<MatchOutcome.Near> near =
                switch (outcome) {
                    case MatchOutcome.Missing missing -> missing.nearest();
                    case MatchOutcome.Undecided undecided -> undecided.candidates();
                    case MatchOutcome.Matched _,
                            MatchOutcome.Review _,
                            MatchOutcome.Incomplete _,
                            MatchOutcome.Unreadable _ ->
                            List.of();
                };
        return near.stream().map(RowDecision::candidate).toList();
    }

    private static Candidate candidate(MatchOutcome.Near near) {
        BookDocument document = near.document();
        return new Candidate(
                document.type(),
                document.id(),
                (document.party() == null ? "" : document.party() + ", ") + document.words(),
                (int) Math.round(1000 * near.score()),
                null,
                near.failed());
    }

    /// Nothing is written twice for the same reason: a value that did not stay although the row
    /// looks as it did is not tried again.
    private static boolean isDue(Cells wanted, Cells shown, Reconciliation known) {
        if (wanted.equals(shown) || !known.isFree()) {
            return false;
        }
        boolean neverWrote = known.revision() == 0;
        if (neverWrote && wanted.equals(Cells.EMPTY)) {
            return false;
        }
        return neverWrote || !wanted.equals(known.wanted()) || !shown.equals(known.shown());
    }

    private static @Nullable FindingKind kind(MatchOutcome outcome) {
        return switch (outcome) {
            case MatchOutcome.Matched _ -> FindingKind.MATCHED;
            case MatchOutcome.Missing missing -> missing.category().kind();
            case MatchOutcome.Review review ->
                    review.category() == null ? FindingKind.DISCREPANCY : review.category().kind();
            case MatchOutcome.Undecided _ -> FindingKind.DISCREPANCY;
            case MatchOutcome.Incomplete _, MatchOutcome.Unreadable _ -> null;
        };
    }

    private static Finding finding(MatchOutcome outcome) {
        return switch (outcome) {
            case MatchOutcome.Matched _ -> Finding.MATCHED;
            case MatchOutcome.Missing _ -> Finding.MISSING;
            case MatchOutcome.Review _, MatchOutcome.Undecided _ -> Finding.REVIEW;
            // of unreadable cells there is a finding of their own
            case MatchOutcome.Incomplete _, MatchOutcome.Unreadable _ -> Finding.NONE;
        };
    }
}
