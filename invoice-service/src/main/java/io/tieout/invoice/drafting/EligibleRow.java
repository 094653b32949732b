package io.tieout.invoice.drafting;

import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowObserved;
import java.util.List;

/// A ready row that nobody else holds.
///
/// @param occurrence how many times it has been marked ready on purpose
/// @param sheetVersion version of the sheet that it was read from
/// @param timesheets rows of timesheets about the same project, day and service
public record EligibleRow(
        RowObserved observed, int occurrence, long sheetVersion, List<RowObserved> timesheets) {
    public EligibleRow {
        timesheets = List.copyOf(timesheets);
        if (!(observed.fields() instanceof BillingFields)) {
            throw new IllegalArgumentException("Not a billing row: " + observed.row());
        }
    }

    /// A row without timesheets.
    public EligibleRow(RowObserved observed, int occurrence, long sheetVersion) {
        this(observed, occurrence, sheetVersion, List.of());
    }

    public BillingFields cells() {
        return (BillingFields) observed.fields();
    }

    public RowRef ref() {
        return observed.row();
    }
}
