package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Pairs that an order's number names. An order may have several rows and several documents: it
/// decides only where the amount is there once among those of the order, and every line of that
/// amount near names an order that the other side knows.
final class Orders {
    private static final int LINES_MAX = 200;

    private Orders() {}

    static void match(Block block, MatchRule rule) {
        Map<String, List<Integer>> sheet = byOrder(block.sheet);
        if (sheet.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> books = byOrder(block.books);
        List<int[]> pairs = new ArrayList<>();
        sheet.forEach((order, mine) -> {
            List<Integer> its = books.getOrDefault(order, List.of());
            if (!its.isEmpty() && mine.size() <= LINES_MAX && its.size() <= LINES_MAX) {
                match(block, rule, mine, its, pairs, sheet.keySet(), books.keySet());
            }
        });
        Identifiers.take(block, rule, pairs);
    }

    /// For each free row that is the only one of its order the free line of the books that is so
    /// too.
    static Map<Integer, Integer> onlyOnes(Block block) {
        Map<String, List<Integer>> sheet = byOrder(block.sheet);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Integer>> books = byOrder(block.books);
        Map<Integer, Integer> onlyOnes = new HashMap<>();
        sheet.forEach((order, mine) -> {
            List<Integer> its = books.getOrDefault(order, List.of());
            if (mine.size() == 1 && its.size() == 1) {
                int s = mine.getFirst();
                int b = its.getFirst();
                if (block.sheet.free.get(s)
                        && block.books.free.get(b)
                        && !block.sheet.lines[s].isOfOtherNumber(block.books.lines[b])) {
                    onlyOnes.put(s, b);
                }
            }
        });
        return onlyOnes;
    }

    /// Lines of one order; also those that are matched by now, since they tell how many there are.
    static Map<String, List<Integer>> byOrder(Block.Half half) {
        Map<String, List<Integer>> byOrder = new TreeMap<>();
        for (int i = 0; i < half.size(); i++) {
            if (!half.lines[i].order().isEmpty()) {
                byOrder.computeIfAbsent(half.lines[i].order(), _ -> new ArrayList<>(2)).add(i);
            }
        }
        return byOrder;
    }

    private static void match(
            Block block,
            MatchRule rule,
            List<Integer> mine,
            List<Integer> its,
            List<int[]> pairs,
            Set<String> inSheet,
            Set<String> inBooks) {
        boolean shared = mine.size() + its.size() > 2;
        for (int s : mine) {
            Line row = block.sheet.lines[s];
            int only = Identifiers.onlyOne(its, b -> isOfAmount(rule, row, block.books.lines[b]));
            if (only < 0 || !block.sheet.free.get(s) || !block.books.free.get(only)) {
                continue;
            }
            Line document = block.books.lines[only];
            if (Identifiers.onlyOne(
                                    mine,
                                    other -> isOfAmount(rule, block.sheet.lines[other], document))
                            == s
                    && Identifiers.fits(block, rule, s, only)
                    && !row.isOfOtherNumber(document)
                    && (!shared || isTold(row, document))
                    && !isAnyUntold(block.sheet, document, rule, inBooks)
                    && !isAnyUntold(block.books, row, rule, inSheet)) {
                pairs.add(new int[] {s, only});
            }
        }
    }

    private static boolean isOfAmount(MatchRule rule, Line one, Line other) {
        return rule.allows(one.amount(), other.amount());
    }

    /// Of an order with more lines than these, no other word of them may contradict.
    private static boolean isTold(Line row, Line document) {
        return row.partyProbability() >= Line.PARTY_SURE
                && row.likeness(document) != 0
                && Coding.difference(row, document).isEmpty();
    }

    /// Whether a line of that amount near names no order, or one that the other side does not know
    /// and that may be wrong.
    private static boolean isAnyUntold(
            Block.Half half, Line line, MatchRule rule, Set<String> known) {
        return Arrays.stream(half.of(line.amount()))
                .anyMatch(i ->
                        half.free.get(i)
                                && !known.contains(half.lines[i].order())
                                && Math.abs(half.lines[i].day() - line.day()) <= rule.days());
    }
}
