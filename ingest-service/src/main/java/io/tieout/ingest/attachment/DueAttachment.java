package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowRef;

/// An attachment that is to be fetched and read.
///
/// @param mark rises with each wish; one is done only up to the mark that its reading began with
record DueAttachment(RowRef row, SheetAttachment file, long mark, CorrelationId correlation) {}
