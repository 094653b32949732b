package io.tieout.console.source;

import io.tieout.model.smartsheet.RowEvent;

/// A row as it was last seen.
///
/// @param sheetVersion the sheet's version then
public record SourceRow(RowEvent event, long sheetVersion) {}
