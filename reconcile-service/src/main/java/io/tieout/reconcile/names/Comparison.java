package io.tieout.reconcile.names;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A written name, compared with one name in memory after the other. Not for several threads.
final class Comparison {
    /// What a comparison says of a pair, each from 0 to about 1.
    static final int FEATURES = 24;

    private static final double ALIKE = 0.6;
    private static final double MATCHED = 0.75;

    private final Vocabulary vocabulary;
    private final Word[] words;
    private final int[] numbers;
    private final double[] weights;
    private final double total;
    private final double[] best;
    private final int[] with;
    private final String squashed;
    private final @Nullable Name except;
    private final int exceptOwner;
    private double[] theirBest = new double[0];

    Comparison(Vocabulary vocabulary, List<String> texts, @Nullable Name except, int exceptOwner) {
        this.vocabulary = vocabulary;
        this.except = except;
        this.exceptOwner = exceptOwner;
        squashed = String.join("", texts);
        int count = texts.size();
        words = new Word[count];
        numbers = new int[count];
        weights = new double[count];
        best = new double[count];
        with = new int[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            String text = texts.get(i);
            numbers[i] = vocabulary.number(text);
            words[i] = numbers[i] >= 0 ? vocabulary.word(numbers[i]) : new Word(text);
            weights[i] =
                    numbers[i] >= 0
                            ? vocabulary.weight(numbers[i])
                            : vocabulary.weightOfUnknown(text);
            sum += weights[i];
        }
        total = sum;
    }

    /// @param namesOfOwner how many names the owner has in memory
    double[] with(Name name, double cosine, int namesOfOwner) {
        int[] theirs = name.words();
        theirBest = new double[theirs.length];
        Arrays.fill(best, 0);
        Arrays.fill(with, -1);
        matchEqual(theirs);
        matchAlike(theirs);
        matchJoined(theirs);
        double[] said = new double[FEATURES];
        said[0] = 1;
        said[1] = cosine;
        said[8] = theirs.length > 0 && best.length > 0 ? Math.min(best[0], theirBest[0]) : 0;
        said[9] = squashed.equals(name.squashed()) ? 1 : 0;
        double strongest = sayMine(said);
        sayTheirs(said, theirs, strongest);
        sayOwners(said, name.owner(), namesOfOwner);
        return said;
    }

    private double sayMine(double[] said) {
        double covered = 0;
        double strongest = 0;
        double second = 0;
        int strong = -1;
        double[] missed = new double[3];
        for (int i = 0; i < best.length; i++) {
            covered += weights[i] * best[i];
            double matched = best[i] >= MATCHED ? weights[i] * best[i] : 0;
            second = Math.max(second, Math.min(matched, strongest));
            if (matched > strongest) {
                strongest = matched;
                strong = i;
            }
            int kind = words[i].kind();
            missed[kind] = Math.max(missed[kind], weights[i] * (1 - best[i]));
        }
        said[2] = covered / total;
        said[6] = missed[Word.OTHER];
        said[11] = missed[Word.TRADE];
        said[13] = missed[Word.PLACE];
        said[15] = covered;
        said[17] = second;
        said[20] = strong < 0 ? 0 : Math.min(1, words[strong].text().length() / 10.0);
        return strongest;
    }

    private void sayTheirs(double[] said, int[] theirs, double strongest) {
        double theirTotal = 0;
        double covered = 0;
        double theirStrongest = 0;
        double slip = 0;
        double heaviest = 0;
        double[] missed = new double[3];
        for (int j = 0; j < theirs.length; j++) {
            double weight = vocabulary.weight(theirs[j]);
            int kind = vocabulary.word(theirs[j]).kind();
            theirTotal += weight;
            covered += weight * theirBest[j];
            missed[kind] = Math.max(missed[kind], weight * (1 - theirBest[j]));
            theirStrongest =
                    Math.max(theirStrongest, theirBest[j] >= MATCHED ? weight * theirBest[j] : 0);
            if (weight > heaviest) {
                heaviest = weight;
                slip = 1 - theirBest[j];
            }
        }
        said[3] = covered / theirTotal;
        said[4] = Math.min(said[2], said[3]);
        said[5] = Math.min(strongest, theirStrongest);
        said[7] = missed[Word.OTHER];
        said[10] = slip;
        said[12] = missed[Word.TRADE];
        said[14] = missed[Word.PLACE];
        said[15] = Math.min(said[15], covered) / 2;
        said[17] = slip * (1 - said[17]);
    }

    /// What all names of the owner say together: how much of the written name they know at all, and
    /// whether there is a word that they have again and again and nobody else has.
    private void sayOwners(double[] said, int owner, int namesOfOwner) {
        double known = 0;
        double signature = 0;
        double often = 0;
        boolean mine = except != null && except.owner() == owner;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0 && uses(numbers[i], owner, mine) > 0) {
                known += weights[i];
            }
            int word = with[i];
            if (word >= 0 && best[i] >= MATCHED) {
                int uses = uses(word, owner, mine);
                int others =
                        vocabulary.owners(word)
                                - 1
                                - (exceptOwner >= 0 && vocabulary.uses(word, exceptOwner) > 0
                                        ? 1
                                        : 0);
                double only = weights[i] * best[i] / (1 + Math.max(0, others));
                int ofOwner = Math.max(1, namesOfOwner - (mine ? 1 : 0));
                signature = Math.max(signature, only * Math.min(1, (double) uses / ofOwner));
                often += only * Math.min(1, Math.log1p(uses) / 3);
            }
        }
        said[16] = known / total;
        said[18] = signature;
        said[19] = Math.min(often, 3) / 2;
        said[21] = said[6] * Math.min(1, said[19]);
        said[22] = said[10] * (1 - said[20]);
        said[23] = Math.max(said[6], said[7]) * (1 - said[20]);
    }

    private int uses(int word, int owner, boolean exceptOne) {
        int uses = vocabulary.uses(word, owner);
        if (exceptOne && except != null) {
            for (int number : except.words()) {
                if (number == word) {
                    return uses - 1;
                }
            }
        }
        return uses;
    }

    private void match(int i, int j, int[] theirs, double like) {
        if (like > best[i]) {
            best[i] = like;
            with[i] = theirs[j];
        }
        theirBest[j] = Math.max(theirBest[j], like);
    }

    private void matchEqual(int[] theirs) {
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; numbers[i] >= 0 && j < theirs.length; j++) {
                if (theirs[j] == numbers[i]) {
                    match(i, j, theirs, 1);
                }
            }
        }
    }

    private void matchAlike(int[] theirs) {
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; best[i] < 1 && j < theirs.length; j++) {
                if (theirBest[j] < 1) {
                    double like = words[i].likeness(vocabulary.word(theirs[j]));
                    if (like >= ALIKE) {
                        match(i, j, theirs, like);
                    }
                }
            }
        }
    }

    /// `simplexgrinnell` is `simplex grinnell`, and the other way round.
    private void matchJoined(int[] theirs) {
        for (int i = 0; i + 1 < numbers.length; i++) {
            if (best[i] < 0.9 || best[i + 1] < 0.9) {
                for (int j = 0; j < theirs.length; j++) {
                    if (theirBest[j] < 1
                            && isJoined(
                                    words[i].text(),
                                    words[i + 1].text(),
                                    vocabulary.word(theirs[j]).text())) {
                        match(i, j, theirs, 1);
                        match(i + 1, j, theirs, 1);
                    }
                }
            }
        }
        for (int j = 0; j + 1 < theirs.length; j++) {
            if (theirBest[j] < 0.9 || theirBest[j + 1] < 0.9) {
                String first = vocabulary.word(theirs[j]).text();
                String second = vocabulary.word(theirs[j + 1]).text();
                for (int i = 0; i < numbers.length; i++) {
                    if (best[i] < 1 && isJoined(first, second, words[i].text())) {
                        match(i, j, theirs, 1);
                        match(i, j + 1, theirs, 1);
                    }
                }
            }
        }
    }

    private static boolean isJoined(String first, String second, String whole) {
        return whole.length() == first.length() + second.length()
                && whole.startsWith(first)
                && whole.endsWith(second);
    }
}
