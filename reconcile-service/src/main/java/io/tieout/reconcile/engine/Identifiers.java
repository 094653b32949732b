package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Pairs that a hard identifier names: the QuickBooks id, or the document number.
final class Identifiers {
    private static final double SURE = 12;

    private Identifiers() {}

    static void match(Block block, MatchRule rule) {
        matchBy(block, rule, line -> line.entry().link(), line -> line.entry().id());
        matchBy(block, rule, Line::reference, Line::reference);
    }

    private static void matchBy(
            Block block, MatchRule rule, Function<Line, String> mine, Function<Line, String> its) {
        Map<String, List<Integer>> books = new HashMap<>();
        for (int b = block.books.free.nextSetBit(0);
                b >= 0;
                b = block.books.free.nextSetBit(b + 1)) {
            String key = its.apply(block.books.lines[b]);
            if (!key.isEmpty()) {
                books.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(b);
            }
        }
        Map<Integer, List<Integer>> rivals = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int s = block.sheet.free.nextSetBit(0);
                s >= 0;
                s = block.sheet.free.nextSetBit(s + 1)) {
            int only = -1;
            for (int b : books.getOrDefault(mine.apply(block.sheet.lines[s]), List.of())) {
                if (fits(block, rule, s, b)) {
                    only = only == -1 ? b : -2;
                    rivals.computeIfAbsent(b, _ -> new ArrayList<>(1)).add(s);
                }
            }
            if (only >= 0) {
                pairs.add(new int[] {s, only});
            }
        }
        for (int[] pair : pairs) {
            if (rivals.getOrDefault(pair[1], List.of()).size() == 1) {
                Line sheet = block.sheet.lines[pair[0]];
                Band band = sheet.partyProbability() >= 0.5 ? Band.AUTOMATIC : Band.PROPOSED;
                double odds = Math.max(block.odds(pair[0], pair[1]), 0);
                block.pair(pair[0], pair[1], rule.id(), band, odds, SURE);
            }
        }
    }

    private static boolean fits(Block block, MatchRule rule, int s, int b) {
        Line sheet = block.sheet.lines[s];
        Line books = block.books.lines[b];
        return block.sameCurrency(s, b)
                && !block.isApart(s, b)
                && rule.allows(sheet.amount(), books.amount())
                && Math.abs(sheet.day() - books.day()) <= rule.days();
    }
}
