package io.tieout.reconcile.matching;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Family;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which lines of the books a sheet should have: those of a project that it keeps, from the
/// project's first row on. Kept row by row.
final class Scope {
    /// Each project's days, with how many rows are of each.
    private final Map<Key, TreeMap<LocalDate, Integer>> days = new HashMap<>();

    /// Numbers of documents that rows name of which nobody knows what they are over, with how many:
    /// any line of these may be theirs.
    private final Map<Numbered, Integer> unpriced = new HashMap<>();

    private final Map<Key, LocalDate> firstBefore = new HashMap<>();
    private final Map<Numbered, Boolean> unpricedBefore = new HashMap<>();

    /// A project as a sheet keeps it.
    private record Key(Family family, String project) {}

    /// A document's number as rows write it.
    private record Numbered(Family family, String number) {}

    void add(SheetLine row) {
        count(row, 1);
    }

    void remove(SheetLine row) {
        count(row, -1);
    }

    /// Whether it covers other lines than when this was last asked.
    boolean isOther() {
        boolean other =
                firstBefore.entrySet().stream()
                                .anyMatch(one -> !one.getValue().equals(first(one.getKey())))
                        || unpricedBefore.entrySet().stream()
                                .anyMatch(one ->
                                        one.getValue() != unpriced.containsKey(one.getKey()));
        firstBefore.clear();
        unpricedBefore.clear();
        return other;
    }

    boolean covers(Entry line) {
        TreeMap<LocalDate, Integer> known = days.get(key(line.kind().family(), line.project()));
        return known != null
                && line.day() >= known.firstKey().toEpochDay()
                && (unpriced.isEmpty()
                        || !unpriced.containsKey(
                                new Numbered(
                                        line.kind().family(),
                                        Entry.referenceKey(line.reference()))));
    }

    private void count(SheetLine row, int more) {
        String project = row.project();
        LocalDate day = row.day();
        if (project != null && !project.isBlank() && day != null) {
            Key key = key(row.kind().family(), project);
            firstBefore.putIfAbsent(key, first(key));
            TreeMap<LocalDate, Integer> counts = days.computeIfAbsent(key, _ -> new TreeMap<>());
            add(counts, day, more);
            if (counts.isEmpty()) {
                days.remove(key);
            }
        }
        String number = row.reference();
        if (row.measure() == null && number != null && !number.isBlank()) {
            Numbered key = new Numbered(row.kind().family(), Entry.referenceKey(number));
            unpricedBefore.putIfAbsent(key, unpriced.containsKey(key));
            add(unpriced, key, more);
        }
    }

    private static <K> void add(Map<K, Integer> counts, K key, int more) {
        counts.merge(
                key, more, (one, other) -> one + other == 0 ? null : Integer.valueOf(one + other));
    }

    /// The project's first day; after all days when it is kept by no sheet.
    private LocalDate first(Key key) {
        @Nullable TreeMap<LocalDate, Integer> known = days.get(key);
        return known == null ? LocalDate.MAX : known.firstKey();
    }

    private static Key key(Family family, String project) {
        return new Key(family, project.strip().toLowerCase(Locale.ROOT));
    }
}
