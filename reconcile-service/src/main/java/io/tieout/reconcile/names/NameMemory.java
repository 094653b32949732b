package io.tieout.reconcile.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// All known names of all owners, and how probable it is that another name is one of theirs. What a
/// likeness is worth is learned from the names themselves: each is looked up as if it were not
/// known, and as if its owner were not. The order in which names are given makes no difference.
public final class NameMemory {
    /// A name that somebody is known to go by.
    public record Known(String owner, String name) {}

    private static final int LEARNED_FROM_MAX = 3000;

    private static final Logistic PAIR_START =
            new Logistic(
                    -8, 3, 2, 1, 4, 5, -2, -1, 1, 2, -2, -0.5, -0.5, 0, 0, 1, 0, -1, 0, 0, 0, 0, 0,
                    0);
    private static final Logistic OWNER_START =
            new Logistic(
                    -2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0.7,
                    0.5, 0.5);

    private final List<String> owners = new ArrayList<>();
    private final List<Integer> namesOf = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final GramIndex index = new GramIndex();
    private Logistic pairs = PAIR_START;
    private Certainty certainty = Certainty.of(OWNER_START);

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
        Nearest nearest = new Nearest(names, exceptName, exceptOwner);
        index.cosines(query, nearest);
        Comparison comparison =
                new Comparison(
                        vocabulary,
                        query,
                        exceptName < 0 ? null : names.get(exceptName),
                        exceptOwner);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < nearest.size(); i++) {
            int name = nearest.name(i);
            double[] features =
                    comparison.with(
                            names.get(name),
                            nearest.cosine(i),
                            namesOf.get(names.get(name).owner()));
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
            int before = names.size();
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
            namesOf.add(names.size() - before);
        });
        vocabulary.weigh(owners.size());
        index.weigh(owners.size());
    }

    private void learn() {
        int step = 1 + names.size() / LEARNED_FROM_MAX;
        int[] some = IntStream.range(0, names.size()).filter(i -> i % step == 0).toArray();
        Certainty.Samples ofPairs = new Certainty.Samples();
        List<List<Candidate>> answers = inParallel(some, this::asIfUnknown);
        for (int i = 0; i < some.length; i++) {
            int owner = names.get(some[i]).owner();
            List<Candidate> found = answers.get(i);
            boolean known = found.stream().anyMatch(one -> one.owner() == owner);
            for (int k = 0; k < Math.min(found.size(), 6); k++) {
                boolean same = found.get(k).owner() == owner;
                if (same || known || k == 0) {
                    ofPairs.add(found.get(k).features(), same, importance(owner));
                }
            }
        }
        pairs = ofPairs.logistic(PAIR_START);
        answers = inParallel(some, this::asIfUnknown);
        List<List<Candidate>> strangers = inParallel(some, this::asIfStranger);
        Certainty.Samples ofOwners = new Certainty.Samples();
        for (int i = 0; i < some.length; i++) {
            int owner = names.get(some[i]).owner();
            List<Candidate> found = answers.get(i);
            if (!found.isEmpty()) {
                ofOwners.add(features(found), found.getFirst().owner() == owner, importance(owner));
            }
            List<Candidate> stranger = strangers.get(i);
            if (!stranger.isEmpty()) {
                ofOwners.add(features(stranger), false, importance(owner));
            }
        }
        certainty = ofOwners.certainty(OWNER_START);
    }

    private static List<List<Candidate>> inParallel(
            int[] some, IntFunction<List<Candidate>> answer) {
        return Arrays.stream(some).parallel().mapToObj(answer).toList();
    }

    /// Owners of many names must not say alone how names vary.
    private double importance(int owner) {
        return 1 / Math.sqrt(namesOf.get(owner));
    }

    private List<Candidate> asIfStranger(int name) {
        return candidates(words.get(name), name, names.get(name).owner());
    }

    /// Who a name is by the owner's other names, or by itself misspelled when it is the only one.
    private List<Candidate> asIfUnknown(int name) {
        return namesOf.get(names.get(name).owner()) > 1
                ? candidates(words.get(name), name, -1)
                : candidates(Misspelling.of(words.get(name), name), -1, -1);
    }
}
