package io.tieout.reconcile.proposing;

import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.proposing.Reconciliation.Finding;

/// What is to be done about one row. Pure.
///
/// @param propose whether a revision that writes `wanted` goes out now
record RowDecision(Cells wanted, boolean propose, Finding finding, String findingDetail) {
    static RowDecision of(Cells wanted, Cells shown, MatchOutcome outcome, Reconciliation known) {
        return new RowDecision(
                wanted,
                isDue(wanted, shown, known),
                finding(outcome),
                outcome instanceof MatchOutcome.Matched || outcome instanceof MatchOutcome.Missing
                        ? wanted.notes()
                        : "");
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

    private static Finding finding(MatchOutcome outcome) {
        return switch (outcome) {
            case MatchOutcome.Matched _ -> Finding.MATCHED;
            case MatchOutcome.Missing _ -> Finding.MISSING;
            case MatchOutcome.Undecided _, MatchOutcome.Incomplete _ -> Finding.NONE;
        };
    }
}
