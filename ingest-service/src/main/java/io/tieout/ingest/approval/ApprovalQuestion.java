package io.tieout.ingest.approval;

import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.decision.Role;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.List;

/// The cells say this; what remains is who wrote it.
///
/// @param rows whose cells say so
/// @param whole whether these are all rows of the draft
record ApprovalQuestion(Role role, Verdict verdict, List<RowRef> rows, boolean whole) {
    ApprovalQuestion {
        rows = List.copyOf(rows);
    }

    ColumnPart part() {
        return role == Role.APPROVER ? ColumnPart.APPROVER_APPROVAL : ColumnPart.FINANCE_APPROVAL;
    }
}
