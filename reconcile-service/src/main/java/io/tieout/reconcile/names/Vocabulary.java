package io.tieout.reconcile.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of all names in memory, and how much each tells: a word of few owners tells much, a
/// word that business names share everywhere tells little.
final class Vocabulary {
    private static final int OWNERS_MIN = 300;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<Integer> lastOwner = new ArrayList<>();
    private double[] weights = new double[0];
    private int[] kinds = new int[0];
    private final Map<Integer, Map<Integer, Integer>> ownersOf = new HashMap<>();
    private double weightOfUnknown = 1;
    private double ownerCount = OWNERS_MIN;

    /// Owners must come one after the other.
    int add(String word, int owner) {
        Integer known = numbers.get(word);
        int number = known == null ? words.size() : known;
        if (known == null) {
            numbers.put(word, number);
            words.add(word);
            owners.add(0);
            lastOwner.add(-1);
        }
        if (lastOwner.get(number) != owner) {
            lastOwner.set(number, owner);
            owners.set(number, owners.get(number) + 1);
        }
        ownersOf.computeIfAbsent(number, _ -> new HashMap<>()).merge(owner, 1, Integer::sum);
        return number;
    }

    void weigh(int owners) {
        ownerCount = Math.max(owners, OWNERS_MIN);
        weightOfUnknown = Math.log(1 + ownerCount);
        weights = new double[words.size()];
        kinds = new int[words.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(words.get(i), this.owners.get(i));
            kinds[i] = kind(words.get(i));
        }
    }

    /// Its number, or -1.
    int number(String word) {
        return numbers.getOrDefault(word, -1);
    }

    String word(int number) {
        return words.get(number);
    }

    /// From nearly 0 to 1.
    double weight(int number) {
        return weights[number];
    }

    double weight(String word) {
        int number = number(word);
        return number >= 0 ? weights[number] : weight(word, 0);
    }

    int owners(int number) {
        return owners.get(number);
    }

    /// 0 for a place, 1 for a trade, 2 for any other word.
    static int kind(String word) {
        return BusinessWords.isPlace(word) ? 0 : BusinessWords.isTrade(word) ? 1 : 2;
    }

    /// How many names of the owner have the word.
    int uses(int number, int owner) {
        return ownersOf.getOrDefault(number, Map.of()).getOrDefault(owner, 0);
    }

    int kind(int number) {
        return kinds[number];
    }

    private double weight(String word, int seen) {
        double expected = ownerCount * BusinessWords.commonness(word) / 100;
        double weight = Math.log(1 + ownerCount / Math.max(1, seen + expected)) / weightOfUnknown;
        return word.length() <= 2 ? weight * 0.7 : weight;
    }
}
