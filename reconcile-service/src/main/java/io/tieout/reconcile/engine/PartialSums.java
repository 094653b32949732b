package io.tieout.reconcile.engine;

import java.util.Arrays;

/// Among few lines of one number the only ones of both sides that add up, when all of them do not.
final class PartialSums {
    private static final int LINES_MAX = 12;
    private static final double AUTOMATIC_HITS_MAX = 0.001;
    private static final double PROPOSED_HITS_MAX = 0.2;
    private static final double MARGIN = 12;

    private PartialSums() {}

    static void match(Block block, MatchRule rule, int[] sheet, int[] books) {
        if (sheet.length + books.length > LINES_MAX || !Remainders.areCosts(block, sheet)) {
            return;
        }
        long[] mine = sums(block.sheet, sheet);
        long[] its = sums(block.books, books);
        int[] rows = {};
        int[] documents = {};
        double hits = 0;
        int solutions = 0;
        for (int m = 1; m < mine.length; m++) {
            int size = Integer.bitCount(m);
            hits += its.length * block.chance().hit(size + books.length, rule.slack(mine[m]));
            for (int i = 1; i < its.length; i++) {
                if (size + Integer.bitCount(i) > 2 && rule.allows(mine[m], its[i])) {
                    int[] some = pick(sheet, m);
                    int[] others = pick(books, i);
                    if (!Totals.isMadeOfPairs(block, rule, some, others)) {
                        rows = some;
                        documents = others;
                        solutions++;
                    }
                }
            }
        }
        if (solutions != 1 || hits > PROPOSED_HITS_MAX) {
            return;
        }
        boolean sure =
                hits < AUTOMATIC_HITS_MAX
                        && Arrays.stream(rows)
                                .allMatch(s ->
                                        block.sheet.lines[s].partyProbability() >= Line.PARTY_SURE);
        block.set(
                rows,
                documents,
                rule.id(),
                sure ? Band.AUTOMATIC : Band.PROPOSED,
                1 / (1 + 5 * hits),
                MARGIN,
                0);
    }

    /// Of each set of lines, by its bits.
    private static long[] sums(Block.Half half, int[] lines) {
        long[] sums = new long[1 << lines.length];
        for (int set = 1; set < sums.length; set++) {
            int last = Integer.numberOfTrailingZeros(set);
            sums[set] = sums[set & (set - 1)] + half.lines[lines[last]].amount();
        }
        return sums;
    }

    private static int[] pick(int[] lines, int set) {
        int[] picked = new int[Integer.bitCount(set)];
        int at = 0;
        for (int i = 0; i < lines.length; i++) {
            if ((set & (1 << i)) != 0) {
                picked[at++] = lines[i];
            }
        }
        return picked;
    }
}
