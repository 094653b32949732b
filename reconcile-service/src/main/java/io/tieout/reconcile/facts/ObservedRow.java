package io.tieout.reconcile.facts;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowObserved;

/// A cost row with the event that it came in.
///
/// @param sheetVersion the sheet's version when it was read
public record ObservedRow(
        RowObserved observed,
        CostFields fields,
        long sheetVersion,
        EventId cause,
        CorrelationId correlation) {}
