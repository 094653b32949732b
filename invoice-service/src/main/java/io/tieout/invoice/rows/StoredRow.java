package io.tieout.invoice.rows;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.smartsheet.RowObserved;

/// A row as last seen, and how new that is.
public record StoredRow(RowObserved observed, SourceRevision revision) {}
