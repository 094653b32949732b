package io.tieout.invoice.drafting;

import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowObserved;

/// A ready row that nobody else holds.
///
/// @param occurrence how many times it has been marked ready on purpose
/// @param sheetVersion version of the sheet that it was read from
public record EligibleRow(RowObserved observed, int occurrence, long sheetVersion) {
    public EligibleRow {
        if (!(observed.fields() instanceof BillingFields)) {
            throw new IllegalArgumentException("Not a billing row: " + observed.row());
        }
    }

    public BillingFields cells() {
        return (BillingFields) observed.fields();
    }

    public RowRef ref() {
        return observed.row();
    }
}
