package io.tieout.reconcile.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Pairs that a person took apart: no rule matches or proposes them again.
public final class Separations {
    public static final Separations NONE = new Separations(Set.of());

    private static final char LINE_MARK = '#';

    /// A line of a sheet and what it is not.
    ///
    /// @param booksLineId a line of the books such as `Bill:123#2`, or a whole document such as
    ///   `Bill:123`, which stands for each of its lines; a line stands for the whole, too, for when
    ///   it is compared as such
    public record Pair(String sheetLineId, String booksLineId) {}

    private final Map<String, Set<String>> bySheetLine = new HashMap<>();

    /// Documents of which one line is apart: as a whole they cannot be it either.
    private final Map<String, Set<String>> wholesBySheetLine = new HashMap<>();

    private Separations(Collection<Pair> pairs) {
        for (Pair pair : pairs) {
            bySheetLine
                    .computeIfAbsent(pair.sheetLineId(), _ -> new HashSet<>(2))
                    .add(pair.booksLineId());
            int mark = pair.booksLineId().lastIndexOf(LINE_MARK);
            if (mark > 0) {
                wholesBySheetLine
                        .computeIfAbsent(pair.sheetLineId(), _ -> new HashSet<>(2))
                        .add(pair.booksLineId().substring(0, mark));
            }
        }
    }

    public static Separations of(Collection<Pair> pairs) {
        return pairs.isEmpty() ? NONE : new Separations(pairs);
    }

    boolean isEmpty() {
        return bySheetLine.isEmpty();
    }

    public boolean isApart(String sheetLineId, String booksLineId) {
        if (bySheetLine.isEmpty()) {
            return false;
        }
        Set<String> apart = bySheetLine.get(sheetLineId);
        if (apart == null) {
            return false;
        }
        int mark = booksLineId.lastIndexOf(LINE_MARK);
        return apart.contains(booksLineId)
                || (mark > 0
                        ? apart.contains(booksLineId.substring(0, mark))
                        : wholesBySheetLine
                                .getOrDefault(sheetLineId, Set.of())
                                .contains(booksLineId));
    }
}
