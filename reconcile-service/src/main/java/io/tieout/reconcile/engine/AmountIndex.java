package io.tieout.reconcile.engine;

/// Which lines have an amount. Open addressing, no boxes: it is made for each party and asked some
/// ten times for each line.
final class AmountIndex {
    private static final int[] NOTHING = {};

    private final long[] keys;
    private final int[][] lines;

    /// @param all in the order in which they are to be found
    AmountIndex(Line[] all) {
        int size = Integer.highestOneBit(Math.max(1, all.length)) << 2;
        keys = new long[size];
        lines = new int[size][];
        int[] counts = new int[size];
        int[] slots = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            long amount = all[i].amount();
            int slot = start(amount);
            while (counts[slot] > 0 && keys[slot] != amount) {
                slot = (slot + 1) & (size - 1);
            }
            keys[slot] = amount;
            counts[slot]++;
            slots[i] = slot;
        }
        for (int i = all.length - 1; i >= 0; i--) {
            int slot = slots[i];
            if (lines[slot] == null) {
                lines[slot] = new int[counts[slot]];
            }
            lines[slot][--counts[slot]] = i;
        }
    }

    int[] of(long amount) {
        for (int slot = start(amount); ; slot = (slot + 1) & (keys.length - 1)) {
            if (lines[slot] == null) {
                return NOTHING;
            }
            if (keys[slot] == amount) {
                return lines[slot];
            }
        }
    }

    private int start(long amount) {
        long mixed = amount * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32) & (keys.length - 1);
    }
}
