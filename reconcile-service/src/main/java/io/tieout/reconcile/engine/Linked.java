package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Several rows that name one line of the books and do not add up to it: they differ together,
/// since nothing tells which of them does.
final class Linked {
    private static final double SCORE = 0.9;
    private static final double MARGIN = 12;

    private Linked() {}

    static void deviate(Block block) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int s = block.sheet.free.nextSetBit(0);
                s >= 0;
                s = block.sheet.free.nextSetBit(s + 1)) {
            String link = block.sheet.lines[s].entry().link();
            if (!link.isEmpty()) {
                rows.computeIfAbsent(link, _ -> new ArrayList<>(2)).add(s);
            }
        }
        rows.values().removeIf(group -> group.size() < 2);
        if (rows.isEmpty()) {
            return;
        }
        for (int b = block.books.free.nextSetBit(0);
                b >= 0;
                b = block.books.free.nextSetBit(b + 1)) {
            List<Integer> group = rows.get(block.books.lines[b].entry().id());
            if (group != null) {
                deviate(block, Ties.array(group), b);
            }
        }
    }

    private static void deviate(Block block, int[] rows, int line) {
        int[] its = {line};
        for (int row : rows) {
            if (!block.sameCurrency(row, line)) {
                return;
            }
        }
        if (block.isAnyApart(rows, its)) {
            return;
        }
        long mine = Block.sum(block.sheet, rows);
        long other = block.books.lines[line].amount();
        List<Entry> sheet = Block.entries(block.sheet, rows);
        block.verdicts.add(
                new Verdict.Deviating(
                        Category.AMOUNT_VARIANCE,
                        sheet,
                        Block.entries(block.books, its),
                        "deviation",
                        Band.PROPOSED,
                        SCORE,
                        MARGIN,
                        "%s in the sheet in %d rows and %s in the books, a difference of %s"
                                .formatted(
                                        Words.amount(mine),
                                        rows.length,
                                        Words.amount(other),
                                        Words.amount(mine - other))));
        for (int row : rows) {
            block.sheet.free.clear(row);
        }
        block.books.free.clear(line);
    }
}
