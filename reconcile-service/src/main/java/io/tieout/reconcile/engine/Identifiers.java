package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Pairs that a hard identifier names: the QuickBooks id, the document number, or the order's
/// number.
final class Identifiers {
    private static final double SURE = 12;

    /// Whether a line of the sheet and one of the books may be the same.
    private interface Fit {
        boolean test(int s, int b);
    }

    private Identifiers() {}

    static void match(Block block, MatchRule rule) {
        Fit alike = (s, b) -> fits(block, rule, s, b);
        Fit ofNoOtherOrder =
                (s, b) ->
                        alike.test(s, b)
                                && !block.sheet.lines[s].isOfOtherOrder(block.books.lines[b]);
        matchBy(block, rule, alike, line -> line.entry().link(), line -> line.entry().id());
        matchBy(block, rule, ofNoOtherOrder, Line::reference, Line::reference);
        Orders.match(block, rule);
        matchBy(block, rule, alike, Line::reference, Line::reference);
    }

    private static void matchBy(
            Block block,
            MatchRule rule,
            Fit fit,
            Function<Line, String> mine,
            Function<Line, String> its) {
        Map<String, List<Integer>> sheet = byKey(block.sheet, mine, _ -> true);
        if (sheet.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> books = byKey(block.books, its, sheet::containsKey);
        List<int[]> pairs = new ArrayList<>();
        sheet.forEach((key, group) -> {
            List<Integer> named = books.getOrDefault(key, List.of());
            for (int s : group) {
                int only = onlyOne(named, b -> fit.test(s, b));
                if (only >= 0 && onlyOne(group, other -> fit.test(other, only)) == s) {
                    pairs.add(new int[] {s, only});
                }
            }
        });
        take(block, rule, pairs);
    }

    static void take(Block block, MatchRule rule, List<int[]> pairs) {
        pairs.sort(Comparator.comparingInt(pair -> pair[0]));
        for (int[] pair : pairs) {
            Line line = block.sheet.lines[pair[0]];
            Band band = line.partyProbability() >= 0.5 ? Band.AUTOMATIC : Band.PROPOSED;
            double odds = Math.max(block.odds(pair[0], pair[1]), 0);
            block.pair(pair[0], pair[1], rule.id(), band, odds, SURE);
        }
    }

    private static Map<String, List<Integer>> byKey(
            Block.Half half, Function<Line, String> of, Predicate<String> wanted) {
        Map<String, List<Integer>> byKey = new HashMap<>();
        for (int i = half.free.nextSetBit(0); i >= 0; i = half.free.nextSetBit(i + 1)) {
            String key = of.apply(half.lines[i]);
            if (!key.isEmpty() && wanted.test(key)) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(i);
            }
        }
        return byKey;
    }

    /// The one that fits; negative when none or several do.
    static int onlyOne(List<Integer> lines, IntPredicate fits) {
        int only = -1;
        for (int line : lines) {
            if (fits.test(line)) {
                if (only >= 0) {
                    return -2;
                }
                only = line;
            }
        }
        return only;
    }

    static boolean fits(Block block, MatchRule rule, int s, int b) {
        Line sheet = block.sheet.lines[s];
        Line books = block.books.lines[b];
        return block.sameCurrency(s, b)
                && !block.isApart(s, b)
                && rule.allows(sheet.amount(), books.amount())
                && Math.abs(sheet.day() - books.day()) <= rule.days();
    }
}
