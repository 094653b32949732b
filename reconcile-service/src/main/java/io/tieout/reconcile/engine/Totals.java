package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Few lines of one side that add up to few of the other, though no single one does.
final class Totals {
    private static final int LINES_MAX = 8;
    private static final int SIZE_MAX = 3;
    private static final double AUTOMATIC_HITS_MAX = 0.001;
    private static final double PROPOSED_HITS_MAX = 0.2;

    /// Lines of both sides with one sum.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(int[] sheet, int[] books) {}

    private Totals() {}

    static void match(Block block, MatchRule rule) {
        if (block.sheet.free.cardinality() < 2 || block.books.free.cardinality() < 2) {
            return;
        }
        Chance chance = block.chance();
        int s = block.sheet.free.nextSetBit(0);
        while (s >= 0) {
            int[] sheet = near(block.sheet, block.sheet.lines[s].day(), rule.days());
            int[] books = near(block.books, block.sheet.lines[s].day(), rule.days());
            if (sheet.length >= 2 && books.length >= 2) {
                decide(block, rule, chance, sheet, books);
            }
            int day = block.sheet.lines[s].day();
            s = block.sheet.free.nextSetBit(Math.max(s + 1, block.sheet.from(day + 1)));
        }
    }

    private static void decide(
            Block block, MatchRule rule, Chance chance, int[] sheet, int[] books) {
        List<int[]> mine = sets(sheet.length);
        List<int[]> its = sets(books.length);
        double hits = 0;
        for (int[] set : mine) {
            long slack = rule.slack(Block.sum(block.sheet, pick(sheet, set)));
            hits += its.size() * chance.hit(2 * SIZE_MAX, slack);
        }
        if (hits > PROPOSED_HITS_MAX) {
            return;
        }
        TreeMap<Long, List<int[]>> bySum = new TreeMap<>();
        for (int[] set : its) {
            int[] lines = pick(books, set);
            bySum.computeIfAbsent(Block.sum(block.books, lines), _ -> new ArrayList<>()).add(lines);
        }
        List<Found> found = new ArrayList<>();
        for (int[] set : mine) {
            int[] lines = pick(sheet, set);
            long sum = Block.sum(block.sheet, lines);
            long slack = rule.slack(sum);
            bySum.subMap(sum - slack, true, sum + slack, true)
                    .forEach((total, others) -> {
                        for (int[] other : rule.allows(sum, total) ? others : List.<int[]>of()) {
                            if (!isMadeOfPairs(block, rule, lines, other)
                                    && !block.isAnyApart(lines, other)) {
                                found.add(new Found(lines, other));
                            }
                        }
                    });
        }
        if (found.size() == 1 && sameCurrency(block, found.getFirst())) {
            boolean sure = hits < AUTOMATIC_HITS_MAX;
            for (int s : found.getFirst().sheet()) {
                sure &= block.sheet.lines[s].partyProbability() >= Line.PARTY_SURE;
            }
            block.set(
                    found.getFirst().sheet(),
                    found.getFirst().books(),
                    rule.id(),
                    sure ? Band.AUTOMATIC : Band.PROPOSED,
                    1 / (1 + 5 * hits),
                    12,
                    0);
        }
    }

    /// Two lines of one amount add nothing to a sum: whether they belong together is not said by
    /// it.
    static boolean isMadeOfPairs(Block block, MatchRule rule, int[] sheet, int[] books) {
        for (int s : sheet) {
            for (int b : books) {
                if (rule.allows(block.sheet.lines[s].amount(), block.books.lines[b].amount())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameCurrency(Block block, Found found) {
        for (int s : found.sheet()) {
            for (int b : found.books()) {
                if (!block.sameCurrency(s, b)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The first free lines from a day on, at most a few.
    private static int[] near(Block.Half half, int day, int days) {
        List<Integer> near = new ArrayList<>();
        int from = half.from(day - (half.lines.length > 0 && half.lines[0].isSheet() ? 0 : days));
        for (int i = half.free.nextSetBit(from);
                i >= 0 && half.lines[i].day() <= day + days && near.size() <= LINES_MAX;
                i = half.free.nextSetBit(i + 1)) {
            near.add(i);
        }
        return near.size() > LINES_MAX ? new int[0] : Ties.array(near);
    }

    /// All sets of two or three of so many.
    private static List<int[]> sets(int count) {
        List<int[]> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                sets.add(new int[] {i, j});
                for (int k = j + 1; k < count; k++) {
                    sets.add(new int[] {i, j, k});
                }
            }
        }
        return sets;
    }

    private static int[] pick(int[] lines, int[] set) {
        int[] picked = new int[set.length];
        for (int i = 0; i < set.length; i++) {
            picked[i] = lines[set[i]];
        }
        return picked;
    }
}
