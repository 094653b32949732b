package io.tieout.reconcile.names;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Finds the names that share telling character trigrams with a text, whatever the order of words.
final class GramIndex {
    private static final int TELLING_MIN = 5;
    private static final int POSTINGS_MAX = 6_000;

    /// Where one search adds up; used again by the next.
    private static final class Scratch {
        private float[] sums = new float[0];
        private int[] touched = new int[0];
        private int count;

        private Scratch ready(int names) {
            if (sums.length < names) {
                sums = new float[names];
                touched = new int[names];
            }
            return this;
        }

        private void clear() {
            for (int i = 0; i < count; i++) {
                sums[touched[i]] = 0;
            }
            count = 0;
        }
    }

    /// Takes a name that was found, with its cosine.
    interface Found {
        void take(int name, float cosine);
    }

    private final IntTable slots = new IntTable();
    private final Queue<Scratch> free = new ConcurrentLinkedQueue<>();
    private int[][] postings = new int[256][];
    private int[] sizes = new int[256];
    private int[] owners = new int[256];
    private int[] lastOwner = new int[256];
    private float[] weights = new float[0];
    private float[] inverseLengths = new float[0];
    private int commonMin;
    private float weightOfUnknown;
    private int names;

    /// Names must be added in order of owner.
    void add(int name, int owner, List<String> words) {
        names = name + 1;
        for (int gram : grams(words)) {
            int slot = slots.slotOf(gram);
            if (slot == postings.length) {
                grow();
            }
            int[] list = postings[slot];
            if (list == null) {
                list = new int[4];
                lastOwner[slot] = -1;
            } else if (sizes[slot] == list.length) {
                list = Arrays.copyOf(list, list.length * 2);
            }
            postings[slot] = list;
            list[sizes[slot]++] = name;
            if (lastOwner[slot] != owner) {
                lastOwner[slot] = owner;
                owners[slot]++;
            }
        }
    }

    void weigh(int ownerCount) {
        int count = slots.size();
        weights = new float[count];
        float[] lengths = new float[names];
        inverseLengths = new float[names];
        commonMin = Math.max(32, names / 20);
        weightOfUnknown = (float) Math.log(1 + ownerCount / 0.5);
        for (int slot = 0; slot < count; slot++) {
            weights[slot] = (float) Math.log(1 + ownerCount / (owners[slot] + 0.5));
            for (int i = 0; i < sizes[slot]; i++) {
                lengths[postings[slot][i]] += weights[slot] * weights[slot];
            }
        }
        for (int i = 0; i < names; i++) {
            inverseLengths[i] = (float) (1 / Math.sqrt(lengths[i]));
        }
    }

    /// For each name that shares any the cosine of its trigrams with those of the words. Trigrams
    /// that many names have are left out as long as there are enough others, and how many names are
    /// looked at does not grow with how many there are.
    void cosines(List<String> words, Found found) {
        int[] grams = grams(words);
        float square = 0;
        int telling = 0;
        int known = 0;
        for (int gram : grams) {
            int slot = slots.find(gram);
            float weight = slot < 0 ? weightOfUnknown : weights[slot];
            square += weight * weight;
            if (slot >= 0) {
                grams[known++] = slot;
                telling += sizes[slot] <= commonMin ? 1 : 0;
            }
        }
        rarestFirst(grams, known);
        int sizeMax = telling < TELLING_MIN ? Integer.MAX_VALUE : commonMin;
        float length = (float) Math.sqrt(square);
        Scratch given = free.poll();
        Scratch scratch = (given == null ? new Scratch() : given).ready(names);
        int looked = 0;
        for (int i = 0; i < known && sizes[grams[i]] <= sizeMax; i++) {
            looked += sizes[grams[i]];
            if (i >= TELLING_MIN && looked > POSTINGS_MAX) {
                break;
            }
            add(grams[i], length, scratch);
        }
        for (int i = 0; i < scratch.count; i++) {
            int name = scratch.touched[i];
            found.take(name, scratch.sums[name] * inverseLengths[name]);
        }
        scratch.clear();
        free.add(scratch);
    }

    private void add(int slot, float length, Scratch scratch) {
        float product = weights[slot] * weights[slot] / length;
        int[] list = postings[slot];
        int size = sizes[slot];
        float[] sums = scratch.sums;
        for (int i = 0; i < size; i++) {
            int name = list[i];
            if (sums[name] == 0) {
                scratch.touched[scratch.count++] = name;
            }
            sums[name] += product;
        }
    }

    private void rarestFirst(int[] some, int count) {
        for (int i = 1; i < count; i++) {
            int slot = some[i];
            int at = i;
            while (at > 0 && sizes[some[at - 1]] > sizes[slot]) {
                some[at] = some[at - 1];
                at--;
            }
            some[at] = slot;
        }
    }

    /// The distinct trigrams of each word with a space on either side.
    static int[] grams(List<String> words) {
        int count = 0;
        for (String word : words) {
            count += word.length();
        }
        int[] grams = new int[count];
        int n = 0;
        for (String word : words) {
            int last = word.length() - 1;
            for (int i = 0; i <= last; i++) {
                int before = i == 0 ? 1 : code(word.charAt(i - 1));
                int after = i == last ? 1 : code(word.charAt(i + 1));
                grams[n++] = (before << 20) ^ (code(word.charAt(i)) << 10) ^ after;
            }
        }
        Arrays.sort(grams);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || grams[i] != grams[i - 1]) {
                grams[distinct++] = grams[i];
            }
        }
        return Arrays.copyOf(grams, distinct);
    }

    private static int code(char c) {
        return c < 0x400 ? c : 0x3ff & (c * 31);
    }

    private void grow() {
        int size = postings.length * 2;
        postings = Arrays.copyOf(postings, size);
        sizes = Arrays.copyOf(sizes, size);
        owners = Arrays.copyOf(owners, size);
        lastOwner = Arrays.copyOf(lastOwner, size);
    }
}
