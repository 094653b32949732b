package io.tieout.bench.names;

import io.tieout.reconcile.names.NameMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The plain way: cosine of character trigrams weighed by inverse document frequency, over all
/// known names; automatic from a cosine and a margin over the next owner on.
final class TrigramBaseline {
    private static final double COSINE_MIN = 0.65;
    private static final double MARGIN_MIN = 0.15;

    /// Trigram, then name and weight.
    private record Posting(int name, double weight) {}

    /// Who it probably is.
    record Answer(@Nullable String owner, boolean automatic) {}

    private final List<String> owners = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final Map<String, Double> idf = new HashMap<>();

    TrigramBaseline(List<NameMemory.Known> known) {
        List<Map<String, Integer>> counts =
                known.stream().map(one -> trigrams(one.name())).toList();
        Map<String, Integer> documents = new HashMap<>();
        counts.forEach(
                count -> count.keySet().forEach(gram -> documents.merge(gram, 1, Integer::sum)));
        documents.forEach(
                (gram, count) -> idf.put(gram, Math.log((1.0 + known.size()) / (1 + count)) + 1));
        for (int i = 0; i < known.size(); i++) {
            owners.add(known.get(i).owner());
            double length = length(counts.get(i));
            int name = i;
            counts.get(i)
                    .forEach((gram, count) ->
                            postings.computeIfAbsent(gram, _ -> new ArrayList<>())
                                    .add(
                                            new Posting(
                                                    name,
                                                    count * idf.getOrDefault(gram, 1.0) / length)));
        }
    }

    Answer find(String name) {
        Map<String, Integer> grams = trigrams(name);
        double length = length(grams);
        double[] cosines = new double[owners.size()];
        grams.forEach((gram, count) -> {
            double weight = count * idf.getOrDefault(gram, unknown()) / length;
            for (Posting posting : postings.getOrDefault(gram, List.of())) {
                cosines[posting.name()] += weight * posting.weight();
            }
        });
        int best = -1;
        for (int i = 0; i < cosines.length; i++) {
            if (best < 0 || cosines[i] > cosines[best]) {
                best = i;
            }
        }
        if (best < 0 || cosines[best] == 0) {
            return new Answer(null, false);
        }
        double second = 0;
        for (int i = 0; i < cosines.length; i++) {
            if (!owners.get(i).equals(owners.get(best))) {
                second = Math.max(second, cosines[i]);
            }
        }
        return new Answer(
                owners.get(best),
                cosines[best] >= COSINE_MIN && cosines[best] - second >= MARGIN_MIN);
    }

    private double length(Map<String, Integer> grams) {
        double square = 0;
        for (Map.Entry<String, Integer> gram : grams.entrySet()) {
            double weight = gram.getValue() * idf.getOrDefault(gram.getKey(), unknown());
            square += weight * weight;
        }
        return Math.max(Math.sqrt(square), 1e-9);
    }

    private double unknown() {
        return Math.log(1.0 + Math.max(1, owners.size())) + 1;
    }

    private static Map<String, Integer> trigrams(String name) {
        String text = "  " + name.toLowerCase(Locale.ROOT) + " ";
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            grams.merge(text.substring(i, i + 3), 1, Integer::sum);
        }
        return grams;
    }
}
