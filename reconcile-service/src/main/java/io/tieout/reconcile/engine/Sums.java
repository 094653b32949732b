package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// One line of one side that several of the other add up to. It counts only if it is the one
/// solution; it is automatic only if chance would hardly have made it.
final class Sums {
    private static final int LINES_MAX = 14;
    private static final int SIZE_MAX = 5;
    private static final int STEPS_MAX = 20_000;
    private static final int LOOKED_AT_MAX = 500;
    private static final double AUTOMATIC_HITS_MAX = 0.001;
    private static final double PROPOSED_HITS_MAX = 0.2;

    /// A set that adds up.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(boolean oneInSheet, int one, int[] many, double hits) {}

    private Sums() {}

    static void match(Block block, MatchRule rule) {
        if (block.sheet.free.isEmpty() || block.books.free.isEmpty()) {
            return;
        }
        Chance chance = block.chance();
        List<Found> found = new ArrayList<>();
        collect(block, rule, chance, true, found);
        collect(block, rule, chance, false, found);
        int[] sheetUses = new int[block.sheet.size()];
        int[] booksUses = new int[block.books.size()];
        for (Found one : found) {
            (one.oneInSheet() ? sheetUses : booksUses)[one.one()]++;
            for (int i : one.many()) {
                (one.oneInSheet() ? booksUses : sheetUses)[i]++;
            }
        }
        for (Found one : found) {
            boolean alone = (one.oneInSheet() ? sheetUses : booksUses)[one.one()] == 1;
            for (int i : one.many()) {
                alone &= (one.oneInSheet() ? booksUses : sheetUses)[i] == 1;
            }
            if (alone && one.hits() <= PROPOSED_HITS_MAX) {
                take(block, rule, one);
            }
        }
    }

    private static void take(Block block, MatchRule rule, Found found) {
        int[] single = {found.one()};
        int[] sheet = found.oneInSheet() ? single : found.many();
        int[] books = found.oneInSheet() ? found.many() : single;
        boolean sure = found.hits() < AUTOMATIC_HITS_MAX;
        for (int s : sheet) {
            sure &= block.sheet.lines[s].partyProbability() >= Line.PARTY_SURE;
        }
        double score = 1 / (1 + 5 * found.hits());
        block.set(sheet, books, rule.id(), sure ? Band.AUTOMATIC : Band.PROPOSED, score, 12, 0);
    }

    private static void collect(
            Block block, MatchRule rule, Chance chance, boolean oneInSheet, List<Found> found) {
        Block.Half here = oneInSheet ? block.sheet : block.books;
        Block.Half there = oneInSheet ? block.books : block.sheet;
        int[] open = there.free.stream().toArray();
        for (int i = here.free.nextSetBit(0); i >= 0; i = here.free.nextSetBit(i + 1)) {
            int whole = i;
            IntPredicate apart =
                    part -> oneInSheet ? block.isApart(whole, part) : block.isApart(part, whole);
            int[] parts = parts(here.lines[i], there, open, rule, apart);
            if (parts.length >= 2) {
                Search search = new Search(here.lines[i].amount(), there, parts, rule);
                search.run(0, 0, 0);
                if (search.solutions == 1 && search.steps < STEPS_MAX) {
                    found.add(
                            new Found(
                                    oneInSheet,
                                    i,
                                    search.solution,
                                    chance.hits(
                                            parts.length,
                                            SIZE_MAX,
                                            rule.slack(here.lines[i].amount()))));
                }
            }
        }
    }

    /// Free lines that can be part of this one, largest first: those nearest in date.
    ///
    /// @param open the free lines of the other side
    private static int[] parts(
            Line whole, Block.Half there, int[] open, MatchRule rule, IntPredicate apart) {
        List<Integer> parts = new ArrayList<>();
        int found = Arrays.binarySearch(open, there.from(whole.day()));
        int after = found < 0 ? -1 - found : found;
        int before = after - 1;
        for (int looked = 0; looked < LOOKED_AT_MAX && parts.size() < LINES_MAX; looked++) {
            int daysAfter =
                    after == open.length
                            ? Integer.MAX_VALUE
                            : there.lines[open[after]].day() - whole.day();
            int daysBefore =
                    before < 0 ? Integer.MAX_VALUE : whole.day() - there.lines[open[before]].day();
            if (Math.min(daysAfter, daysBefore) > rule.days()) {
                break;
            }
            int next = open[daysAfter <= daysBefore ? after++ : before--];
            if (isPart(whole, there.lines[next]) && !apart.test(next)) {
                parts.add(next);
            }
        }
        parts.sort(
                Comparator.comparingLong((Integer i) -> -Math.abs(there.lines[i].amount()))
                        .thenComparingInt(i -> i));
        return Ties.array(parts);
    }

    private static boolean isPart(Line whole, Line part) {
        return part.amount() != 0
                && part.amount() > 0 == whole.amount() > 0
                && Math.abs(part.amount()) < Math.abs(whole.amount())
                && part.entry().currency().equals(whole.entry().currency())
                && !contradict(whole, part);
    }

    private static boolean contradict(Line whole, Line part) {
        return whole.isOfOtherOrder(part)
                || (!whole.project().isEmpty()
                        && !part.project().isEmpty()
                        && !whole.project().equals(part.project()));
    }

    /// Goes through the sets, and stops at the second solution or when it takes too long.
    private static final class Search {
        private final long target;
        private final Block.Half half;
        private final int[] parts;
        private final long[] rest;
        private final MatchRule rule;
        private final int[] taken = new int[SIZE_MAX];
        private int solutions;
        private int steps;
        private int[] solution = {};

        private Search(long target, Block.Half half, int[] parts, MatchRule rule) {
            this.target = Math.abs(target);
            this.half = half;
            this.parts = parts;
            this.rule = rule;
            rest = new long[parts.length + 1];
            for (int i = parts.length - 1; i >= 0; i--) {
                rest[i] = rest[i + 1] + Math.abs(half.lines[parts[i]].amount());
            }
        }

        private void run(int from, int size, long sum) {
            steps++;
            if (size >= 2 && rule.allows(sum, target)) {
                solutions++;
                solution = new int[size];
                for (int i = 0; i < size; i++) {
                    solution[i] = parts[taken[i]];
                }
            }
            if (size == SIZE_MAX) {
                return;
            }
            for (int i = from; i < parts.length && solutions < 2 && steps < STEPS_MAX; i++) {
                long next = sum + Math.abs(half.lines[parts[i]].amount());
                if (sum + rest[i] < target && !rule.allows(sum + rest[i], target)) {
                    return;
                }
                if (next <= target || rule.allows(next, target)) {
                    taken[size] = i;
                    run(i + 1, size + 1, next);
                }
            }
        }
    }
}
