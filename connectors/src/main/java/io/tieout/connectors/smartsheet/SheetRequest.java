package io.tieout.connectors.smartsheet;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of a sheet to read; empty lists mean all.
public record SheetRequest(
        SheetId sheetId,
        List<RowId> rowIds,
        List<ColumnId> columnIds,
        @Nullable Instant rowsModifiedSince) {
    public SheetRequest {
        rowIds = List.copyOf(rowIds);
        columnIds = List.copyOf(columnIds);
        if (!rowIds.isEmpty() && rowsModifiedSince != null) {
            throw new IllegalArgumentException("Either named rows or rows changed since, not both");
        }
    }

    /// Every row.
    public static SheetRequest whole(SheetId sheetId) {
        return new SheetRequest(sheetId, List.of(), List.of(), null);
    }

    /// These rows; a row that is absent from the answer is deleted, moved or out of our sight.
    public static SheetRequest rows(SheetId sheetId, Collection<RowId> rowIds) {
        if (rowIds.isEmpty()) {
            throw new IllegalArgumentException("No rows to read");
        }
        return new SheetRequest(sheetId, rowIds.stream().distinct().toList(), List.of(), null);
    }

    /// Rows changed since; deletions do not show.
    public static SheetRequest changedSince(SheetId sheetId, Instant since) {
        return new SheetRequest(sheetId, List.of(), List.of(), since);
    }

    /// The same, but only these columns.
    public SheetRequest columns(Collection<ColumnId> columns) {
        return new SheetRequest(sheetId, rowIds, List.copyOf(columns), rowsModifiedSince);
    }
}
