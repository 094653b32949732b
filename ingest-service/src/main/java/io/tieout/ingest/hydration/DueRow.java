package io.tieout.ingest.hydration;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RowId;
import org.jspecify.annotations.Nullable;

/// A row to look at, and what made it so.
///
/// @param mark rises with each wish; a row is done only up to the mark that its reading began with
/// @param byName whether it did not show among the rows that had changed
record DueRow(
        RowId row, long mark, boolean byName, CorrelationId correlation, @Nullable EventId cause) {}
