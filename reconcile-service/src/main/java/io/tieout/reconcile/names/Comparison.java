package io.tieout.reconcile.names;

import java.util.List;

/// A written name, compared with one name in memory after the other. Not for several threads.
final class Comparison {
    /// What a comparison says of a pair, each from 0 to 1.
    static final int FEATURES = 18;

    private static final double ALIKE = 0.6;

    private final Vocabulary vocabulary;
    private final List<String> words;
    private final int[] numbers;
    private final double[] weights;
    private final int[] kinds;
    private final double total;
    private final double[] best;
    private final String squashed;
    private final @org.jspecify.annotations.Nullable Name except;

    Comparison(
            Vocabulary vocabulary,
            List<String> words,
            @org.jspecify.annotations.Nullable Name except) {
        this.except = except;
        this.vocabulary = vocabulary;
        this.words = words;
        this.squashed = String.join("", words);
        numbers = new int[words.size()];
        weights = new double[words.size()];
        kinds = new int[words.size()];
        best = new double[words.size()];
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vocabulary.number(words.get(i));
            weights[i] = vocabulary.weight(words.get(i));
            kinds[i] =
                    numbers[i] >= 0 ? vocabulary.kind(numbers[i]) : Vocabulary.kind(words.get(i));
            sum += weights[i];
        }
        total = sum;
    }

    double[] with(Name name, double cosine) {
        int[] theirs = name.words();
        double[] theirBest = new double[theirs.length];
        java.util.Arrays.fill(best, 0);
        matchEqual(theirs, theirBest);
        matchAlike(theirs, theirBest);
        matchJoined(theirs, theirBest);
        double covered = 0;
        double strongest = 0;
        double second = 0;
        double[] missed = new double[3];
        for (int i = 0; i < best.length; i++) {
            covered += weights[i] * best[i];
            double matched = best[i] >= 0.75 ? weights[i] * best[i] : 0;
            second = Math.max(second, Math.min(matched, strongest));
            strongest = Math.max(strongest, matched);
            missed[kinds[i]] = Math.max(missed[kinds[i]], weights[i] * (1 - best[i]));
        }
        double theirTotal = 0;
        double theirCovered = 0;
        double theirStrongest = 0;
        double slip = 0;
        double heaviest = 0;
        double[] theirMissed = new double[3];
        for (int j = 0; j < theirs.length; j++) {
            double weight = vocabulary.weight(theirs[j]);
            int kind = vocabulary.kind(theirs[j]);
            theirTotal += weight;
            theirCovered += weight * theirBest[j];
            theirMissed[kind] = Math.max(theirMissed[kind], weight * (1 - theirBest[j]));
            theirStrongest =
                    Math.max(theirStrongest, theirBest[j] >= 0.75 ? weight * theirBest[j] : 0);
            if (weight > heaviest) {
                heaviest = weight;
                slip = 1 - theirBest[j];
            }
        }
        double mine = covered / total;
        double its = theirCovered / theirTotal;
        return new double[] {
            1,
            cosine,
            mine,
            its,
            Math.min(mine, its),
            Math.min(strongest, theirStrongest),
            missed[2],
            theirMissed[2],
            theirs.length > 0 && best.length > 0 ? Math.min(best[0], theirBest[0]) : 0,
            squashed.equals(name.squashed()) ? 1 : 0,
            slip,
            missed[1],
            theirMissed[1],
            missed[0],
            theirMissed[0],
            Math.min(covered, theirCovered) / 2,
            ownerShare(name.owner()),
            slip * (1 - second)
        };
    }

    /// How much of the written name the owner's names know at all.
    private double ownerShare(int owner) {
        double known = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0
                    && vocabulary.uses(numbers[i], owner)
                            > (except != null && except.owner() == owner ? 1 : 0)) {
                known += weights[i];
            }
        }
        return known / total;
    }

    private void matchEqual(int[] theirs, double[] theirBest) {
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; numbers[i] >= 0 && j < theirs.length; j++) {
                if (theirs[j] == numbers[i]) {
                    best[i] = 1;
                    theirBest[j] = 1;
                }
            }
        }
    }

    private void matchAlike(int[] theirs, double[] theirBest) {
        for (int i = 0; i < numbers.length; i++) {
            if (best[i] == 1) {
                continue;
            }
            for (int j = 0; j < theirs.length; j++) {
                if (theirBest[j] < 1) {
                    double like = Words.likeness(words.get(i), vocabulary.word(theirs[j]));
                    if (like >= ALIKE) {
                        best[i] = Math.max(best[i], like);
                        theirBest[j] = Math.max(theirBest[j], like);
                    }
                }
            }
        }
    }

    /// `simplexgrinnell` is `simplex grinnell`, and the other way round.
    private void matchJoined(int[] theirs, double[] theirBest) {
        for (int i = 0; i + 1 < numbers.length; i++) {
            if (best[i] < 0.9 || best[i + 1] < 0.9) {
                String joined = words.get(i) + words.get(i + 1);
                for (int j = 0; j < theirs.length; j++) {
                    if (theirBest[j] < 1 && joined.equals(vocabulary.word(theirs[j]))) {
                        best[i] = 1;
                        best[i + 1] = 1;
                        theirBest[j] = 1;
                    }
                }
            }
        }
        for (int j = 0; j + 1 < theirs.length; j++) {
            if (theirBest[j] < 0.9 || theirBest[j + 1] < 0.9) {
                String joined = vocabulary.word(theirs[j]) + vocabulary.word(theirs[j + 1]);
                for (int i = 0; i < numbers.length; i++) {
                    if (best[i] < 1 && joined.equals(words.get(i))) {
                        best[i] = 1;
                        theirBest[j] = 1;
                        theirBest[j + 1] = 1;
                    }
                }
            }
        }
    }
}
