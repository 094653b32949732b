package io.tieout.audit.facts;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.smartsheet.RowObserved;

/// A row as audit has seen it last.
///
/// @param gone whether it is out of the sheet; `row` is then what it was before
public record KnownRow(RowObserved row, SourceRevision revision, boolean gone, RowInputs inputs) {}
