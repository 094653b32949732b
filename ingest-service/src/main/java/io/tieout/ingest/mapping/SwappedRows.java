package io.tieout.ingest.mapping;

import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Columns whose contents change places row by row: the cells of enough changed rows fit what the
/// other column held, and not what their own did. One odd row is a slip of a person's, and bad
/// input like any other; several are a sheet that means something else now. Pure.
public final class SwappedRows {
    private static final int ROWS_MIN = 3;

    /// Of the rows that changed.
    private static final double SHARE_MIN = 0.2;

    /// Rows change places one after the other, by hand, and a sheet is read in between.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private SwappedRows() {}

    /// The rows that count as changed: since the profiles were taken, or since the first one of the
    /// last day that looks swapped, whichever was earlier.
    ///
    /// @param profiledAt when the profiles were taken; absent when they never were
    /// @param readAt when the rows were read
    public static List<SheetRow> changed(
            SheetMapping mapping,
            List<SheetRow> rows,
            Map<ColumnId, ColumnProfile> before,
            @Nullable Instant profiledAt,
            Instant readAt) {
        if (profiledAt == null) {
            return List.of();
        }
        Instant yesterday = readAt.minus(REMEMBERED);
        // Smartsheet tells the time of a change in whole seconds.
        Instant profiled = profiledAt.truncatedTo(ChronoUnit.SECONDS);
        Instant since =
                rows.stream()
                        .filter(isSlip(mapping, before))
                        .map(SheetRow::modifiedAt)
                        .filter(at -> at.isAfter(yesterday) && at.isBefore(profiled))
                        .min(Comparator.naturalOrder())
                        .orElse(profiled);
        return rows.stream().filter(row -> !row.modifiedAt().isBefore(since)).toList();
    }

    /// What the columns hold now, but for rows that look swapped: taken in, the first of them would
    /// make the next ones look usual.
    static Map<ColumnId, ColumnProfile> profiles(
            SheetMapping mapping, Collection<SheetRow> rows, Map<ColumnId, ColumnProfile> before) {
        return ColumnProfile.of(rows.stream().filter(isSlip(mapping, before).negate()).toList());
    }

    private static Predicate<SheetRow> isSlip(
            SheetMapping mapping, Map<ColumnId, ColumnProfile> before) {
        List<ColumnId> columns = parts(mapping, before).stream().map(Map.Entry::getValue).toList();
        return row -> isSlip(contents(row), columns, before);
    }

    private static boolean isSlip(
            Map<ColumnId, CellContent> row,
            List<ColumnId> columns,
            Map<ColumnId, ColumnProfile> before) {
        List<ColumnId> strange =
                columns.stream().filter(column -> isStrange(row, column, before)).toList();
        for (int i = 0; i < strange.size(); i++) {
            for (int j = i + 1; j < strange.size(); j++) {
                if (isSwapped(row, strange.get(i), strange.get(j), before)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isStrange(
            Map<ColumnId, CellContent> row, ColumnId column, Map<ColumnId, ColumnProfile> before) {
        CellContent content = row.get(column);
        ColumnProfile profile = before.get(column);
        return content != null && profile != null && profile.isStrange(content);
    }

    /// @param rows that were changed
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
        List<Map.Entry<ColumnPart, ColumnId>> parts = parts(mapping, before);
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

    private static List<Map.Entry<ColumnPart, ColumnId>> parts(
            SheetMapping mapping, Map<ColumnId, ColumnProfile> before) {
        return new TreeMap<>(mapping.columns())
                .entrySet().stream()
                        .filter(part -> isTelling(before.get(part.getValue())))
                        .toList();
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
                && isStrange(row, one, before)
                && isStrange(row, other, before)
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
