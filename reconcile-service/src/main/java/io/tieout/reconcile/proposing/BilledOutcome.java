package io.tieout.reconcile.proposing;

import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.reconcile.matching.MatchOutcome;

/// What is worth saying of a row. That an invoice is as its row says is so usual that it is said
/// only where the sheet has a column for it. Pure.
final class BilledOutcome {
    private BilledOutcome() {}

    static MatchOutcome of(RowObserved row, MatchOutcome outcome) {
        return outcome instanceof MatchOutcome.Matched
                        && row.role() == SheetRole.BILLING
                        && !RowProposal.isPossible(row)
                ? new MatchOutcome.Incomplete()
                : outcome;
    }
}
