package io.tieout.reconcile.names;

import java.util.Arrays;

/// Numbers distinct positive ints in the order in which they come. Open addressing, no boxes: it is
/// asked some twenty times for each name.
final class IntTable {
    private int[] keys = new int[1024];
    private int[] slots = new int[1024];
    private int size;

    IntTable() {
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
    }

    /// Its number, or -1.
    int find(int key) {
        int mask = keys.length - 1;
        for (int at = mixed(key) & mask; ; at = (at + 1) & mask) {
            if (slots[at] < 0 || keys[at] == key) {
                return slots[at];
            }
        }
    }

    /// Its number, a new one if need be.
    int slotOf(int key) {
        int known = find(key);
        if (known >= 0) {
            return known;
        }
        if (size * 2 >= keys.length) {
            grow();
        }
        put(key, size);
        return size++;
    }

    private void put(int key, int slot) {
        int mask = keys.length - 1;
        int at = mixed(key) & mask;
        while (slots[at] >= 0) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        slots[at] = slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new int[oldKeys.length * 2];
        slots = new int[keys.length];
        Arrays.fill(slots, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldSlots[i] >= 0) {
                put(oldKeys[i], oldSlots[i]);
            }
        }
    }

    private static int mixed(int key) {
        int mixed = key * 0x9e3779b9;
        return mixed ^ (mixed >>> 15);
    }
}
