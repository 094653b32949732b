package io.tieout.connectors.smartsheet;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row with the cells that were asked for.
///
/// @param version of the row itself, which Smartsheet does not always give
/// @param modifiedBy e-mail of the last writer of the row, not necessarily of the cell in question
public record SheetRow(
        RowId id,
        int rowNumber,
        @Nullable Long version,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable String modifiedBy,
        List<SheetCell> cells,
        List<Discussion> discussions,
        List<SheetAttachment> attachments) {
    public SheetRow {
        cells = List.copyOf(cells);
        discussions = List.copyOf(discussions);
        attachments = List.copyOf(attachments);
    }

    /// A row that nobody has commented on or attached anything to.
    public SheetRow(
            RowId id,
            int rowNumber,
            @Nullable Long version,
            Instant createdAt,
            Instant modifiedAt,
            @Nullable String modifiedBy,
            List<SheetCell> cells) {
        this(
                id,
                rowNumber,
                version,
                createdAt,
                modifiedAt,
                modifiedBy,
                cells,
                List.of(),
                List.of());
    }

    public Optional<SheetCell> cell(ColumnId column) {
        return cells.stream().filter(cell -> cell.columnId().equals(column)).findFirst();
    }
}
