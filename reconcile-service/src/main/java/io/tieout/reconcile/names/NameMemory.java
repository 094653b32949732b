package io.tieout.reconcile.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/// All known names of all owners, and how probable it is that another name is one of theirs. What a
/// likeness is worth is learned from the names themselves: each is looked up as if it were not
/// known, and as if its owner were not. The order in which names are given makes no difference.
public final class NameMemory {
    /// A name that somebody is known to go by.
    public record Known(String owner, String name) {}

    private static final int CANDIDATES_MAX = 16;
    private static final int PER_OWNER_MAX = 4;
    private static final float COSINE_SHARE_MIN = 0.25f;
    private static final float COSINE_MIN = 0.08f;
    private static final int LEARNED_FROM_MAX = 6000;

    private static final Logistic PAIR_START =
            new Logistic(-8, 3, 2, 1, 4, 5, -2, -1, 1, 2, -2, -0.5, -0.5, 0, 0, 1, 0, -1);
    private static final Logistic OWNER_START =
            new Logistic(-2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0.7, 0.5, 0.5);

    private final List<String> owners = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final GramIndex index = new GramIndex();
    private Logistic pairs = PAIR_START;
    private Logistic certainty = OWNER_START;

    private NameMemory() {}

    public static NameMemory of(Collection<Known> known) {
        NameMemory memory = new NameMemory();
        memory.fill(known);
        memory.learn();
        return memory;
    }

    /// The likeliest owner of a name.
    public NameMatch find(String name) {
        List<Candidate> candidates = candidates(NameText.words(name), -1, -1);
        return candidates.isEmpty() ? NameMatch.NONE : match(candidates);
    }

    private NameMatch match(List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        double[] features = features(candidates);
        return new NameMatch(
                owners.get(best.owner()),
                written.get(best.name()),
                certainty.probability(features),
                features[Comparison.FEATURES + 1],
                candidates.size() > 1 ? owners.get(candidates.get(1).owner()) : null);
    }

    /// An owner with the name that is nearest.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Candidate(int owner, int name, double odds, double[] features, int support) {}

    private static double[] features(List<Candidate> candidates) {
        Candidate best = candidates.getFirst();
        double second = candidates.size() > 1 ? Math.max(candidates.get(1).odds(), -4) : -4;
        double margin = Math.clamp(best.odds() - second, 0, 12);
        double[] features = Arrays.copyOf(best.features(), Comparison.FEATURES + 3);
        features[Comparison.FEATURES] = Math.clamp(best.odds(), -12, 12);
        features[Comparison.FEATURES + 1] = margin;
        features[Comparison.FEATURES + 2] = Math.min(3, best.support());
        return features;
    }

    /// Owners, likeliest first, each once.
    private List<Candidate> candidates(List<String> query, int exceptName, int exceptOwner) {
        if (query.isEmpty()) {
            return List.of();
        }
        float[] cosines = index.cosines(query);
        int[] nearest = nearest(cosines, exceptName, exceptOwner);
        Comparison comparison =
                new Comparison(vocabulary, query, exceptName < 0 ? null : names.get(exceptName));
        List<Candidate> candidates = new ArrayList<>();
        for (int name : nearest) {
            double[] features = comparison.with(names.get(name), cosines[name]);
            int owner = names.get(name).owner();
            Candidate next = new Candidate(owner, name, pairs.sum(features), features, 1);
            merge(candidates, next);
        }
        candidates.sort(
                Comparator.comparingDouble((Candidate candidate) -> -candidate.odds())
                        .thenComparingInt(Candidate::owner));
        return candidates;
    }

    private static void merge(List<Candidate> candidates, Candidate next) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate known = candidates.get(i);
            if (known.owner() == next.owner()) {
                Candidate better = next.odds() > known.odds() ? next : known;
                candidates.set(
                        i,
                        new Candidate(
                                better.owner(),
                                better.name(),
                                better.odds(),
                                better.features(),
                                known.support() + 1));
                return;
            }
        }
        candidates.add(next);
    }

    private int[] nearest(float[] cosines, int exceptName, int exceptOwner) {
        int[] found = new int[CANDIDATES_MAX];
        int count = 0;
        float most = 0;
        for (float cosine : cosines) {
            most = Math.max(most, cosine);
        }
        float floor = Math.max(COSINE_MIN, most * COSINE_SHARE_MIN);
        float least = floor;
        for (int i = 0; i < cosines.length; i++) {
            if (cosines[i] <= least || i == exceptName) {
                continue;
            }
            int owner = names.get(i).owner();
            if (owner == exceptOwner) {
                continue;
            }
            int same = 0;
            int last = -1;
            for (int k = 0; k < count; k++) {
                if (names.get(found[k]).owner() == owner) {
                    same++;
                    last = k;
                }
            }
            if (same >= PER_OWNER_MAX) {
                if (cosines[found[last]] >= cosines[i]) {
                    continue;
                }
                System.arraycopy(found, last + 1, found, last, count - last - 1);
                count--;
            }
            int at = count;
            while (at > 0 && cosines[found[at - 1]] < cosines[i]) {
                at--;
            }
            if (at < CANDIDATES_MAX) {
                System.arraycopy(
                        found, at, found, at + 1, Math.min(count, CANDIDATES_MAX - 1) - at);
                found[at] = i;
                count = Math.min(count + 1, CANDIDATES_MAX);
                if (count == CANDIDATES_MAX) {
                    least = Math.max(floor, cosines[found[count - 1]]);
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void fill(Collection<Known> known) {
        TreeMap<String, LinkedHashSet<String>> byOwner = new TreeMap<>();
        known.stream()
                .sorted(Comparator.comparing(Known::owner).thenComparing(Known::name))
                .forEach(one ->
                        byOwner.computeIfAbsent(one.owner(), _ -> new LinkedHashSet<>())
                                .add(one.name()));
        byOwner.forEach((owner, all) -> {
            int number = owners.size();
            owners.add(owner);
            LinkedHashSet<List<String>> seen = new LinkedHashSet<>();
            for (String name : all) {
                List<String> split = NameText.words(name);
                if (!split.isEmpty() && seen.add(split)) {
                    index.add(names.size(), number, split);
                    int[] numbers =
                            split.stream().mapToInt(word -> vocabulary.add(word, number)).toArray();
                    names.add(new Name(number, numbers, String.join("", split)));
                    words.add(split);
                    written.add(name);
                }
            }
        });
        vocabulary.weigh(owners.size());
        index.weigh(owners.size());
    }

    private void learn() {
        int[] sizes = new int[owners.size()];
        names.forEach(name -> sizes[name.owner()]++);
        int step = 1 + names.size() / LEARNED_FROM_MAX;
        Samples ofPairs = new Samples();
        Samples ofOwners = new Samples();
        for (int i = 0; i < names.size(); i += step) {
            int owner = names.get(i).owner();
            double importance = 1 / Math.sqrt(sizes[owner]);
            List<Candidate> found = asIfUnknown(i, sizes[owner]);
            boolean known = found.stream().anyMatch(one -> one.owner() == owner);
            for (int k = 0; k < Math.min(found.size(), 6); k++) {
                boolean same = found.get(k).owner() == owner;
                if (same || known || k == 0) {
                    ofPairs.add(found.get(k).features(), same, importance);
                }
            }
        }
        pairs = ofPairs.fit(PAIR_START);
        for (int i = 0; i < names.size(); i += step) {
            int owner = names.get(i).owner();
            double importance = 1 / Math.sqrt(sizes[owner]);
            List<Candidate> found = asIfUnknown(i, sizes[owner]);
            if (!found.isEmpty()) {
                ofOwners.add(features(found), found.getFirst().owner() == owner, importance);
            }
            List<Candidate> stranger = candidates(words.get(i), i, owner);
            if (!stranger.isEmpty()) {
                ofOwners.add(features(stranger), false, importance);
            }
        }
        certainty = ofOwners.fit(OWNER_START);
    }

    /// Who a name is by the owner's other names, or by itself misspelled when it is the only one.
    private List<Candidate> asIfUnknown(int name, int namesOfOwner) {
        return namesOfOwner > 1
                ? candidates(words.get(name), name, -1)
                : candidates(Misspelling.of(words.get(name), name), -1, -1);
    }

    /// What is learned from.
    private static final class Samples {
        private static final double STRENGTH = 2;

        private final List<double[]> features = new ArrayList<>();
        private final List<Boolean> right = new ArrayList<>();
        private final List<Double> importance = new ArrayList<>();

        private void add(double[] sample, boolean isRight, double weight) {
            features.add(sample);
            right.add(isRight);
            importance.add(weight);
        }

        private Logistic fit(Logistic start) {
            boolean[] positive = new boolean[right.size()];
            double[] weights = new double[positive.length];
            for (int i = 0; i < positive.length; i++) {
                positive[i] = right.get(i);
                weights[i] = importance.get(i);
            }
            return start.fitted(features.toArray(double[][]::new), positive, weights, STRENGTH);
        }
    }
}
