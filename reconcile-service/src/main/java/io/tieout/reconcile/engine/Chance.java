package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Bounds;
import java.util.Arrays;

/// How many sets of lines would be expected to hit an amount by chance, going by the amounts that
/// this party's lines have: round amounts hit often, odd ones seldom. Pure.
final class Chance {
    private static final long[] STEPS = {10_000, 5_000, 2_500, 1_000, 500, 100, 50, 25, 10, 5};

    private final long step;
    private final double spread;

    private Chance(long step, double spread) {
        this.step = step;
        this.spread = spread;
    }

    static Chance of(Block block) {
        long[] all = new long[block.sheet.size() + block.books.size()];
        int count = 0;
        for (Line[] lines : new Line[][] {block.sheet.lines, block.books.lines}) {
            for (Line line : lines) {
                if (Bounds.isAmount(line.amount())) {
                    all[count++] = Math.abs(line.amount());
                }
            }
        }
        long[] amounts = Arrays.copyOf(all, count);
        Arrays.sort(amounts);
        // A few outliers must not make chance hits look rare.
        int outliers = Math.max(amounts.length >= 5 ? 1 : 0, amounts.length / 10);
        return new Chance(step(amounts), spread(Arrays.copyOf(amounts, amounts.length - outliers)));
    }

    /// @param lines how many could be in the set
    /// @param sizeMax how many at most are
    double hits(int lines, int sizeMax, long tolerance) {
        double expected = 0;
        double sets = lines;
        for (int size = 2; size <= Math.min(sizeMax, lines); size++) {
            sets = sets * (lines - size + 1) / size;
            expected += sets * hit(size, tolerance);
        }
        return expected;
    }

    /// The probability that a sum of so many lines hits one amount.
    double hit(int size, long tolerance) {
        return Math.min(1, (2 * tolerance + step) / (Math.sqrt(2 * Math.PI * size) * spread));
    }

    /// The coarsest step that three of four amounts are a multiple of.
    private static long step(long[] amounts) {
        for (long step : STEPS) {
            int fitting = 0;
            for (long amount : amounts) {
                fitting += amount % step == 0 ? 1 : 0;
            }
            if (fitting * 4L >= amounts.length * 3L) {
                return step;
            }
        }
        return 1;
    }

    private static double spread(long[] sorted) {
        double mean = Arrays.stream(sorted).average().orElse(1);
        double square =
                Arrays.stream(sorted)
                        .mapToDouble(amount -> (amount - mean) * (amount - mean))
                        .sum();
        double deviation = Math.sqrt(square / Math.max(1, sorted.length));
        double middle =
                sorted.length < 4
                        ? deviation
                        : (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]) / 1.35;
        return Math.max(1, Math.min(deviation, Math.max(middle, deviation / 4)));
    }
}
