package io.tieout.ingest.mapping;

import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Columns whose contents change places row by row: the cells of enough changed rows fit what the
/// other column held, and not what their own did. One odd row is a slip of a person's, and bad
/// input like any other; several are a sheet that means something else now. Pure.
public final class SwappedRows {
    private static final int ROWS_MIN = 3;

    /// Of the rows that changed.
    private static final double SHARE_MIN = 0.2;

    private SwappedRows() {}

    /// @param rows that were changed since the profiles were taken
    /// @param before what the columns held when the sheet fitted last
    /// @param stopped whether the sheet is stopped already: then it goes on only when hardly a row
    ///   is left, however many others have been changed meanwhile
    public static List<MappingFault> in(
            SheetMapping mapping,
            Collection<SheetColumn> columns,
            List<SheetRow> rows,
            Map<ColumnId, ColumnProfile> before,
            boolean stopped) {
        if (rows.size() < ROWS_MIN || before.isEmpty()) {
            return List.of();
        }
        List<Map<ColumnId, CellContent>> contents =
                rows.stream().map(SwappedRows::contents).toList();
        List<Map.Entry<ColumnPart, ColumnId>> parts =
                new TreeMap<>(mapping.columns())
                        .entrySet().stream()
                                .filter(part -> isTelling(before.get(part.getValue())))
                                .toList();
        List<MappingFault> faults = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                ColumnId one = parts.get(i).getValue();
                ColumnId other = parts.get(j).getValue();
                long swapped =
                        contents.stream().filter(row -> isSwapped(row, one, other, before)).count();
                if (swapped >= ROWS_MIN && (stopped || swapped >= SHARE_MIN * rows.size())) {
                    faults.add(
                            new MappingFault.Swapped(
                                    parts.get(i).getKey(),
                                    MappingCheck.title(one, columns),
                                    parts.get(j).getKey(),
                                    MappingCheck.title(other, columns),
                                    true));
                }
            }
        }
        return faults;
    }

    private static boolean isTelling(@Nullable ColumnProfile profile) {
        return profile != null && profile.filled() >= MappingCheck.FILLED_MIN;
    }

    private static boolean isSwapped(
            Map<ColumnId, CellContent> row,
            ColumnId one,
            ColumnId other,
            Map<ColumnId, ColumnProfile> before) {
        CellContent here = row.get(one);
        CellContent there = row.get(other);
        ColumnProfile ofOne = before.get(one);
        ColumnProfile ofOther = before.get(other);
        return here != null
                && there != null
                && ofOne != null
                && ofOther != null
                && ofOne.isStrange(here)
                && ofOther.isStrange(there)
                && ofOther.claims(here, ofOne)
                && ofOne.claims(there, ofOther);
    }

    private static Map<ColumnId, CellContent> contents(SheetRow row) {
        Map<ColumnId, CellContent> contents = new HashMap<>();
        for (SheetCell cell : row.cells()) {
            CellContent content = CellContent.of(cell.value());
            if (content != null) {
                contents.put(cell.columnId(), content);
            }
        }
        return contents;
    }
}
