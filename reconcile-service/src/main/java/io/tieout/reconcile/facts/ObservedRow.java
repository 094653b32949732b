package io.tieout.reconcile.facts;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowObserved;

/// A row with the event that it came in.
///
/// @param sheetVersion the sheet's version when it was read
public record ObservedRow(
        RowObserved observed, long sheetVersion, EventId cause, CorrelationId correlation) {
    public RowRef ref() {
        return observed.row();
    }
}
