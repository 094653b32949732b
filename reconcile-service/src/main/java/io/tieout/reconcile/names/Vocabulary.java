package io.tieout.reconcile.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of all names in memory, and how much each tells: a word of few owners tells much, a
/// word that business names share everywhere tells little.
final class Vocabulary {
    private static final int OWNERS_MIN = 300;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private int[] owners = new int[256];
    private int[][] ownersOf = new int[256][];
    private int[][] usesOf = new int[256][];
    private double[] weights = new double[0];
    private double weightOfUnknown = 1;
    private double ownerCount = OWNERS_MIN;

    /// Owners must come one after the other.
    int add(String text, int owner) {
        Integer known = numbers.get(text);
        int number = known == null ? words.size() : known;
        if (known == null) {
            numbers.put(text, number);
            words.add(new Word(text));
            if (number == owners.length) {
                owners = Arrays.copyOf(owners, number * 2);
                ownersOf = Arrays.copyOf(ownersOf, number * 2);
                usesOf = Arrays.copyOf(usesOf, number * 2);
            }
            ownersOf[number] = new int[1];
            usesOf[number] = new int[1];
        }
        int count = owners[number];
        if (count == 0 || ownersOf[number][count - 1] != owner) {
            if (count == ownersOf[number].length) {
                ownersOf[number] = Arrays.copyOf(ownersOf[number], count * 2);
                usesOf[number] = Arrays.copyOf(usesOf[number], count * 2);
            }
            ownersOf[number][count] = owner;
            owners[number] = count + 1;
        }
        usesOf[number][owners[number] - 1]++;
        return number;
    }

    void weigh(int owners) {
        ownerCount = Math.max(owners, OWNERS_MIN);
        weightOfUnknown = Math.log(1 + ownerCount);
        weights = new double[words.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(words.get(i).text(), this.owners[i]);
        }
    }

    /// Its number, or -1.
    int number(String word) {
        return numbers.getOrDefault(word, -1);
    }

    Word word(int number) {
        return words.get(number);
    }

    /// From nearly 0 to 1.
    double weight(int number) {
        return weights[number];
    }

    double weightOfUnknown(String word) {
        return weight(word, 0);
    }

    int owners(int number) {
        return owners[number];
    }

    /// How many names of the owner have the word.
    int uses(int number, int owner) {
        int at = Arrays.binarySearch(ownersOf[number], 0, owners[number], owner);
        return at < 0 ? 0 : usesOf[number][at];
    }

    private double weight(String word, int seen) {
        double expected = ownerCount * BusinessWords.commonness(word) / 100;
        double weight = Math.log(1 + ownerCount / Math.max(1, seen + expected)) / weightOfUnknown;
        return word.length() <= 2 ? weight * 0.7 : weight;
    }
}
