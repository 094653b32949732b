package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Lines of both sides that share a document or order number and add up: all of them, the one part
/// of them that does, or what there is of them so far.
final class Groups {
    private static final double SCORE = 0.995;
    private static final double MARGIN = 12;
    private static final int SIZE_MAX = 200;

    /// Of lines that have an order in common anyway; a sum that is only found takes far less.
    private static final double ORDER_HITS_MAX = 0.05;

    /// What is done with lines of one number.
    private interface Decide {
        void of(String number, int[] sheet, int[] books);
    }

    private Groups() {}

    static void match(Block block, MatchRule rule) {
        matchLinked(block, rule);
        matchBy(
                block,
                rule,
                Line::reference,
                (_, rows, documents) -> decide(block, rule, rows, documents, false));
        matchBy(
                block,
                rule,
                Line::order,
                (_, rows, documents) -> decide(block, rule, rows, documents, true));
    }

    /// What no rule matched as a whole may be there in part.
    static void matchRemainders(Block block, MatchRule rule) {
        Set<String> started = started(block, Line::reference);
        matchBy(
                block,
                rule,
                Line::reference,
                (number, rows, documents) -> {
                    if (!started.contains(number)) {
                        Remainders.take(block, rule, rows, documents, false);
                    }
                });
        Set<String> startedOrders = started(block, Line::order);
        matchBy(
                block,
                rule,
                Line::order,
                (number, rows, documents) -> {
                    if (!startedOrders.contains(number)) {
                        Remainders.take(block, rule, rows, documents, true);
                    }
                });
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
                if (rule.allows(Block.sum(block.sheet, rows), Block.sum(block.books, its))
                        || Math.abs(off) <= (rows.length + 1) / 2) {
                    block.set(rows, its, rule.id(), band(block, rows), SCORE, MARGIN, 0);
                }
            }
        });
    }

    private static void matchBy(
            Block block, MatchRule rule, Function<Line, String> key, Decide decide) {
        Map<String, List<Integer>> sheet = groups(block.sheet, key);
        if (sheet.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> books = groups(block.books, key);
        sheet.forEach((number, mine) -> {
            List<Integer> its = books.getOrDefault(number, List.of());
            if (!its.isEmpty() && mine.size() + its.size() <= SIZE_MAX) {
                int[] rows = Ties.array(mine);
                int[] documents = Ties.array(its);
                if (isClose(block, rule, rows, documents) && !block.isAnyApart(rows, documents)) {
                    decide.of(number, rows, documents);
                }
            }
        });
    }

    /// All of them, or the one part of them that adds up. Several lines of an order on both sides
    /// may be several sets: nobody is sure of these.
    private static void decide(
            Block block, MatchRule rule, int[] sheet, int[] books, boolean byOrder) {
        if (sheet.length + books.length == 2) {
            return;
        }
        long sum = Block.sum(block.sheet, sheet);
        if (!rule.allows(sum, Block.sum(block.books, books))) {
            PartialSums.match(block, rule, sheet, books);
            return;
        }
        if (byOrder && Totals.isMadeOfPairs(block, rule, sheet, books)) {
            return;
        }
        boolean sure =
                !byOrder
                        || (Math.min(sheet.length, books.length) == 1
                                && block.chance().hit(sheet.length + books.length, rule.slack(sum))
                                        < ORDER_HITS_MAX);
        block.set(
                sheet,
                books,
                rule.id(),
                sure ? band(block, sheet) : Band.PROPOSED,
                SCORE,
                MARGIN,
                0);
    }

    /// Whether a document number says that lines of one order are others.
    static boolean isAnyNumberedOtherwise(Block block, int[] sheet, int[] books) {
        for (int s : sheet) {
            for (int b : books) {
                if (block.sheet.lines[s].isOfOtherNumber(block.books.lines[b])) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Numbers of which a line was matched by itself, so that others stand for themselves too.
    private static Set<String> started(Block block, Function<Line, String> key) {
        Set<String> started = new HashSet<>();
        for (Block.Half half : List.of(block.sheet, block.books)) {
            half.matched.stream().forEach(i -> started.add(key.apply(half.lines[i])));
        }
        return started;
    }

    static Band band(Block block, int[] sheet) {
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
