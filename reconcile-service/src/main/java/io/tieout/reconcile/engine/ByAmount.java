package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The free lines of one side in the order of their amounts, as they are when this is made.
final class ByAmount {
    private static final int EQUAL_MAX = 100;
    private static final int NEAR_MAX = 300;

    private final Block.Half half;
    private final int[] order;

    ByAmount(Block.Half half) {
        this.half = half;
        List<Integer> free = new ArrayList<>();
        for (int i = half.free.nextSetBit(0); i >= 0; i = half.free.nextSetBit(i + 1)) {
            free.add(i);
        }
        free.sort(
                Comparator.comparingLong((Integer i) -> half.lines[i].amount())
                        .thenComparingInt(i -> i));
        order = Ties.array(free);
    }

    /// Lines whose amount is at most so far away, nearest first, and not many of them: of equal
    /// ones those from a day on.
    List<Integer> near(long amount, long slack, int fromDay) {
        List<Integer> near = new ArrayList<>();
        int start = from(amount);
        int end = from(amount + 1);
        int at = end - start <= EQUAL_MAX ? start : fromDay(start, end, fromDay);
        for (int i = at; i < Math.min(end, at + EQUAL_MAX); i++) {
            near.add(order[i]);
        }
        int below = start - 1;
        int above = end;
        for (int looked = 0; looked < NEAR_MAX; looked++) {
            long down = below >= 0 ? amount - amountAt(below) : Long.MAX_VALUE;
            long up = above < order.length ? amountAt(above) - amount : Long.MAX_VALUE;
            if (Math.min(down, up) > slack) {
                break;
            }
            near.add(order[down <= up ? below-- : above++]);
        }
        return near;
    }

    /// Where amounts from this one on begin.
    private int from(long amount) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (amountAt(middle) < amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int fromDay(int start, int end, int day) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (half.lines[order[middle]].day() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long amountAt(int i) {
        return half.lines[order[i]].amount();
    }
}
