package io.tieout.bench.economy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The fewest calls that can do the work: each sheet read once, thirty invoices in a batch, five
/// hundred rows in an update. Pure.
///
/// @param reads of sheets, one each time something changed in one
/// @param batches of invoices
/// @param writes of rows
/// @param derivation the same in words
record Minimum(long reads, long batches, long writes, String derivation) {
    static final int BATCH = 30;
    static final int UPDATE = 500;

    /// A row that is marked.
    record Mark(String sheet, Instant at) {}

    long total() {
        return reads + batches + writes;
    }

    /// All rows are marked within one window.
    ///
    /// @param rowsBySheet how many rows of each sheet
    /// @param rounds how often each row is written
    static Minimum atOnce(Map<String, Integer> rowsBySheet, int rounds) {
        long reads = rowsBySheet.size();
        int rows = rowsBySheet.values().stream().mapToInt(Integer::intValue).sum();
        long batches = parts(rows, BATCH);
        long writes =
                rowsBySheet.values().stream().mapToLong(count -> parts(count, UPDATE)).sum()
                        * rounds;
        return new Minimum(
                reads,
                batches,
                writes,
                "%d (a read of each sheet) + %d (%d invoices by %d) + %d (rows by %d, written %s)"
                        .formatted(
                                reads,
                                batches,
                                rows,
                                BATCH,
                                writes,
                                UPDATE,
                                rounds == 1 ? "once" : "when waiting and when done"));
    }

    /// Rows are marked over time, and none waits longer than the window for company: what is marked
    /// within a window of the first shares its calls.
    static Minimum windowed(List<Mark> marks, Duration window) {
        Map<String, List<Mark>> bySheet =
                marks.stream().collect(Collectors.groupingBy(Mark::sheet));
        long reads = 0;
        long writes = 0;
        for (List<Mark> ofSheet : bySheet.values()) {
            for (int together : groups(ofSheet, window)) {
                reads++;
                writes += parts(together, UPDATE);
            }
        }
        List<Integer> groups = groups(marks, window);
        long batches = groups.stream().mapToLong(together -> parts(together, BATCH)).sum();
        return new Minimum(
                reads,
                batches,
                writes,
                "windows of %d s from the first row that waits: %d (reads of sheets in which something changed) + %d (invoices of %d windows by %d) + %d (writes of sheets)"
                        .formatted(
                                window.toSeconds(), reads, batches, groups.size(), BATCH, writes));
    }

    /// How many share each window, when the first that waits opens it.
    private static List<Integer> groups(List<Mark> marks, Duration window) {
        List<Instant> moments = marks.stream().map(Mark::at).sorted().toList();
        List<Integer> groups = new ArrayList<>();
        Instant end = Instant.MIN;
        int count = 0;
        for (Instant moment : moments) {
            if (moment.isAfter(end)) {
                if (count > 0) {
                    groups.add(count);
                }
                end = moment.plus(window);
                count = 0;
            }
            count++;
        }
        if (count > 0) {
            groups.add(count);
        }
        return groups;
    }

    private static long parts(long items, int size) {
        return (items + size - 1) / size;
    }
}
