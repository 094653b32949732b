package io.tieout.model.release;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowRef;
import org.jspecify.annotations.Nullable;

/// A cell of a cited row and the text it showed when the draft was made; a different text means
/// that the row changed.
///
/// @param expected the cell's value as text, empty for an empty cell; numbers without trailing
///   zeros
/// @param sheetVersion version of the sheet at which the row was published with this value; absent
///   when it is not known
public record RowGuard(
        RowRef row, ColumnId columnId, String expected, @Nullable Long sheetVersion) {
    public RowGuard(RowRef row, ColumnId columnId, String expected) {
        this(row, columnId, expected, null);
    }
}
