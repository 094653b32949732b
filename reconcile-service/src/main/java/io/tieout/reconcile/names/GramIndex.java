package io.tieout.reconcile.names;

import java.util.Arrays;
import java.util.List;

/// Finds the names that share telling character trigrams with a text, whatever the order of words.
final class GramIndex {
    private static final int TELLING_MIN = 5;

    private final IntTable slots = new IntTable();
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

    /// For each name the cosine of its trigrams with those of the words. Trigrams that many names
    /// have are left out as long as there are enough others.
    float[] cosines(List<String> words) {
        float[] sums = new float[names];
        int[] found = grams(words);
        float square = 0;
        int telling = 0;
        for (int i = 0; i < found.length; i++) {
            found[i] = slots.find(found[i]);
            float weight = found[i] < 0 ? weightOfUnknown : weights[found[i]];
            square += weight * weight;
            if (found[i] >= 0 && sizes[found[i]] <= commonMin) {
                telling++;
            }
        }
        float length = (float) Math.sqrt(square);
        for (int slot : found) {
            if (slot >= 0 && (telling < TELLING_MIN || sizes[slot] <= commonMin)) {
                float product = weights[slot] * weights[slot] / length;
                int[] list = postings[slot];
                int size = sizes[slot];
                for (int i = 0; i < size; i++) {
                    sums[list[i]] += product;
                }
            }
        }
        for (int i = 0; i < names; i++) {
            sums[i] *= inverseLengths[i];
        }
        return sums;
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
