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
    private static final double HARDLY = 0.1;
    private static final double MOSTLY = 0.8;
    private static final double SAME_SIZE = 0.2;
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

    /// Whether the column held nothing like this: values of this kind hardly at all, numbers of
    /// quite another size, or words that were not among its frequent ones.
    boolean isStrange(CellContent content) {
        return share(content) <= HARDLY || !isLikely(content);
    }

    /// Whether this column rather than the one it stands in held values like this one. Words of a
    /// kind that both columns hold must be known here.
    boolean claims(CellContent content, ColumnProfile standsIn) {
        if (share(content) < MOSTLY) {
            return false;
        }
        boolean otherKind = standsIn.share(content) <= HARDLY;
        return isLikely(content) || (otherKind && content instanceof CellContent.Words);
    }

    /// A number of about the same size, or a frequent value; of boxes, any.
    private boolean isLikely(CellContent content) {
        return switch (content) {
            case CellContent.Box _ -> true;
            case CellContent.Figure(BigDecimal value) ->
                    isCommon(content) || ratio(median, value.doubleValue()) >= SAME_SIZE;
            case CellContent.Words _ -> isCommon(content);
        };
    }

    private boolean isCommon(CellContent content) {
        return common.contains(shortened(content.inWords()));
    }

    /// Of the filled cells, those that held this kind of value.
    private double share(CellContent content) {
        return switch (content) {
            case CellContent.Box _ -> boxes;
            case CellContent.Figure _ -> numbers;
            case CellContent.Words(String text) -> {
                if (DATE.matcher(text).matches()) {
                    yield dates;
                }
                yield text.contains("@") ? contacts : words();
            }
        };
    }

    private double words() {
        return 1 - numbers - dates - boxes - contacts;
    }

    private double sizes(ColumnProfile other) {
        return ratio(median, other.median);
    }

    private static double ratio(double one, double other) {
        double larger = Math.max(Math.abs(one), Math.abs(other));
        double smaller = Math.min(Math.abs(one), Math.abs(other));
        return larger == 0 ? 1 : smaller / larger;
    }

    private double values(ColumnProfile other) {
        Set<String> both = new HashSet<>(common);
        both.retainAll(other.common);
        int fewer = Math.min(common.size(), other.common.size());
        return fewer == 0 ? 0 : (double) both.size() / fewer;
    }
}
