package io.tieout.model.release;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowRef;

/// A cell of a cited row and the text it showed when the draft was made; a different text means
/// that the row changed.
///
/// @param expected the cell's value as text, empty for an empty cell; numbers without trailing
///   zeros
public record RowGuard(RowRef row, ColumnId columnId, String expected) {}
