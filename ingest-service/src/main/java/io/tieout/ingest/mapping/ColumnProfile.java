package io.tieout.ingest.mapping;

import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a column's cells are like, by which it is known again when its id or title is not.
///
/// @param filled cells that hold anything
/// @param numbers share of filled cells that hold a number; likewise the next three
/// @param median of the numbers, 0 when there are none
/// @param common the most frequent values, in lower case
public record ColumnProfile(
        int filled,
        double numbers,
        double dates,
        double boxes,
        double contacts,
        double median,
        List<String> common) {
    private static final int COMMON_MAX = 20;
    private static final int VALUE_LENGTH_MAX = 60;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    public ColumnProfile {
        common = List.copyOf(common);
    }

    /// The profiles of all columns that hold something in these rows.
    static Map<ColumnId, ColumnProfile> of(Collection<SheetRow> rows) {
        Map<ColumnId, List<CellContent>> contents = new HashMap<>();
        for (SheetRow row : rows) {
            for (SheetCell cell : row.cells()) {
                CellContent content = CellContent.of(cell.value());
                if (content != null) {
                    contents.computeIfAbsent(cell.columnId(), _ -> new ArrayList<>()).add(content);
                }
            }
        }
        return contents.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
    }

    private static ColumnProfile of(List<CellContent> cells) {
        List<BigDecimal> figures = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        int dates = 0;
        int boxes = 0;
        int contacts = 0;
        for (CellContent cell : cells) {
            switch (cell) {
                case CellContent.Figure(BigDecimal value) -> figures.add(value);
                case CellContent.Box _ -> boxes++;
                case CellContent.Words(String text) -> {
                    dates += DATE.matcher(text).matches() ? 1 : 0;
                    contacts += text.contains("@") ? 1 : 0;
                }
            }
            counts.merge(shortened(cell.inWords()), 1, Integer::sum);
        }
        figures.sort(Comparator.naturalOrder());
        double all = cells.size();
        return new ColumnProfile(
                cells.size(),
                figures.size() / all,
                dates / all,
                boxes / all,
                contacts / all,
                figures.isEmpty() ? 0 : figures.get(figures.size() / 2).doubleValue(),
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(COMMON_MAX)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static String shortened(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.length() <= VALUE_LENGTH_MAX ? lower : lower.substring(0, VALUE_LENGTH_MAX);
    }

    /// From 0, nothing alike, to 1: how far the kinds of values agree, how large the numbers are,
    /// and how many of the frequent values are the same.
    double likeness(ColumnProfile other) {
        double kinds =
                1
                        - (Math.abs(numbers - other.numbers)
                                        + Math.abs(dates - other.dates)
                                        + Math.abs(boxes - other.boxes)
                                        + Math.abs(contacts - other.contacts)
                                        + Math.abs(words() - other.words()))
                                / 2;
        boolean figures = Math.min(numbers, other.numbers) > 0.5;
        double rest = figures ? 0.3 * sizes(other) + 0.3 * values(other) : 0.6 * values(other);
        return Math.max(0, kinds) * (0.4 + rest);
    }

    private double words() {
        return 1 - numbers - dates - boxes - contacts;
    }

    private double sizes(ColumnProfile other) {
        double larger = Math.max(Math.abs(median), Math.abs(other.median));
        double smaller = Math.min(Math.abs(median), Math.abs(other.median));
        return larger == 0 ? 1 : smaller / larger;
    }

    private double values(ColumnProfile other) {
        Set<String> both = new HashSet<>(common);
        both.retainAll(other.common);
        int fewer = Math.min(common.size(), other.common.size());
        return fewer == 0 ? 0 : (double) both.size() / fewer;
    }
}
