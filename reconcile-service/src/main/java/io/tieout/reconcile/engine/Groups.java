package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Lines of both sides that share a document or order number and add up, as a whole or in part.
final class Groups {
    private static final double SCORE = 0.995;
    private static final double MARGIN = 12;
    private static final int SIZE_MAX = 200;

    private Groups() {}

    static void match(Block block, MatchRule rule) {
        matchLinked(block, rule);
        matchBy(block, rule, Line::reference);
        matchBy(block, rule, Line::order);
    }

    /// Rows that name the same line of the books. Each was rounded by itself, so that the sum may
    /// be off by half of the smallest unit a row.
    private static void matchLinked(Block block, MatchRule rule) {
        Map<String, List<Integer>> sheet = groups(block.sheet, line -> line.entry().link());
        if (sheet.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> books = groups(block.books, line -> line.entry().id());
        sheet.forEach((id, mine) -> {
            int[] its = Ties.array(books.getOrDefault(id, List.of()));
            int[] rows = Ties.array(mine);
            if (its.length == 1
                    && rows.length > 1
                    && rows.length <= SIZE_MAX
                    && isClose(block, rule, rows, its)
                    && !block.isAnyApart(rows, its)) {
                long off = Block.sum(block.sheet, rows) - Block.sum(block.books, its);
                if (rule.allows(0, off) || Math.abs(off) <= (rows.length + 1) / 2) {
                    block.set(rows, its, rule.id(), band(block, rows), SCORE, MARGIN, 0);
                }
            }
        });
    }

    private static void matchBy(Block block, MatchRule rule, Function<Line, String> key) {
        Map<String, List<Integer>> sheet = groups(block.sheet, key);
        Map<String, List<Integer>> books = groups(block.books, key);
        sheet.forEach((number, mine) -> {
            List<Integer> its = books.getOrDefault(number, List.of());
            if (!its.isEmpty()
                    && mine.size() + its.size() > 2
                    && mine.size() + its.size() <= SIZE_MAX) {
                decide(block, rule, Ties.array(mine), Ties.array(its));
            }
        });
    }

    private static void decide(Block block, MatchRule rule, int[] sheet, int[] books) {
        if (!isClose(block, rule, sheet, books) || block.isAnyApart(sheet, books)) {
            return;
        }
        long mine = Block.sum(block.sheet, sheet);
        long its = Block.sum(block.books, books);
        if (rule.allows(mine, its)) {
            block.set(sheet, books, rule.id(), band(block, sheet), SCORE, MARGIN, 0);
        } else if (sheet.length == 1
                && books.length > 1
                && mine > 0 == its > 0
                && Math.abs(its) < Math.abs(mine)) {
            block.set(sheet, books, rule.id(), Band.PROPOSED, 0.9, MARGIN, mine - its);
        }
    }

    private static Band band(Block block, int[] sheet) {
        for (int s : sheet) {
            if (block.sheet.lines[s].partyProbability() < 0.5) {
                return Band.PROPOSED;
            }
        }
        return Band.AUTOMATIC;
    }

    private static boolean isClose(Block block, MatchRule rule, int[] sheet, int[] books) {
        int first = block.sheet.lines[sheet[0]].day();
        for (int s : sheet) {
            for (int b : books) {
                if (!block.sameCurrency(s, b)
                        || Math.abs(block.books.lines[b].day() - first) > rule.days()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, List<Integer>> groups(Block.Half half, Function<Line, String> key) {
        TreeMap<String, List<Integer>> groups = new TreeMap<>();
        for (int i = half.free.nextSetBit(0); i >= 0; i = half.free.nextSetBit(i + 1)) {
            String number = key.apply(half.lines[i]);
            if (!number.isEmpty()) {
                groups.computeIfAbsent(number, _ -> new ArrayList<>(2)).add(i);
            }
        }
        return groups;
    }
}
