package io.tieout.model.smartsheet;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row as it is now, typed by its sheet's role.
///
/// @param columns where each mapped part is written, so that an effect can name the column it means
/// @param problems cells that do not fit their part; the typed field is absent then
/// @param beforeCutOver true for a row that was last changed before the sheet's cut-over date: it
///   is context and raises no work
/// @param context comments and attachments; absent when none were read
public record RowObserved(
        RowRef row,
        RealmId realmId,
        SheetRole role,
        String sheetName,
        int rowNumber,
        RowFields fields,
        List<CellProblem> problems,
        Map<ColumnPart, ColumnId> columns,
        Instant modifiedAt,
        @Nullable String modifiedBy,
        boolean beforeCutOver,
        @Nullable RowContext context)
        implements RowEvent {
    /// A row without surroundings.
    public RowObserved(
            RowRef row,
            RealmId realmId,
            SheetRole role,
            String sheetName,
            int rowNumber,
            RowFields fields,
            List<CellProblem> problems,
            Map<ColumnPart, ColumnId> columns,
            Instant modifiedAt,
            @Nullable String modifiedBy,
            boolean beforeCutOver) {
        this(
                row,
                realmId,
                role,
                sheetName,
                rowNumber,
                fields,
                problems,
                columns,
                modifiedAt,
                modifiedBy,
                beforeCutOver,
                null);
    }

    public RowObserved {
        problems = List.copyOf(problems);
        columns = Map.copyOf(columns);
    }
}
