package io.tieout.ingest.approval;

import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.decision.Role;
import io.tieout.model.id.RowRef;
import java.time.Instant;
import java.util.List;

/// What the approval cells of a draft amount to.
sealed interface ApprovalOutcome {
    /// A decision of one person.
    ///
    /// @param rejectedRows rows that were rejected while others were not
    record Decided(Role role, Verdict verdict, String person, Instant at, List<RowRef> rejectedRows)
            implements ApprovalOutcome {
        public Decided {
            rejectedRows = List.copyOf(rejectedRows);
        }
    }

    /// It does not count, and somebody should know why.
    record Refused(Role role, Verdict verdict, String detail, String remedy, RowRef row, Instant at)
            implements ApprovalOutcome {}

    /// The cells have changed since they were read: wait for what comes.
    record Outdated() implements ApprovalOutcome {}
}
