package io.tieout.invoice.documents;

import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.RowObserved;

/// A ready row that nobody else holds.
///
/// @param occurrence how many times it has been marked ready on purpose
/// @param sheetVersion version of the sheet that it was read from
public record DocumentRow(RowObserved observed, int occurrence, long sheetVersion) {
    public DocumentRow {
        if (!(observed.fields() instanceof DocumentFields)) {
            throw new IllegalArgumentException("Not a document row: " + observed.row());
        }
    }

    public DocumentFields cells() {
        return (DocumentFields) observed.fields();
    }

    public RowRef ref() {
        return observed.row();
    }
}
