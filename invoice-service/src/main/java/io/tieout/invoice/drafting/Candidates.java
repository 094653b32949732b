package io.tieout.invoice.drafting;

import io.tieout.invoice.books.KnownName;
import io.tieout.invoice.books.NameKey;
import io.tieout.model.finding.Candidate;
import io.tieout.model.quickbooks.EntityType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// The nearest names to one that is unknown: for people to pick from, never picked by itself.
final class Candidates {
    private static final int COUNT = 3;
    private static final int THOUSANDTHS = 1000;

    private Candidates() {}

    static List<Candidate> nearest(EntityType type, String wanted, List<KnownName> known) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String key = NameKey.of(wanted);
        return known.stream()
                .map(name -> candidate(type, name, similarity.apply(key, NameKey.of(name.name()))))
                .sorted(
                        Comparator.comparingInt(Candidate::score)
                                .reversed()
                                .thenComparing(Candidate::name))
                .limit(COUNT)
                .toList();
    }

    private static Candidate candidate(EntityType type, KnownName known, double similarity) {
        int score = (int) Math.round(similarity * THOUSANDTHS);
        String note = known.active() ? null : "inactive";
        return new Candidate(type, known.id(), known.name(), score, note);
    }

    /// The candidates in one phrase, such as `“Orchid Robotics”, “Orchard Foods” (inactive)`.
    static String readable(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate ->
                        "“%s”%s"
                                .formatted(
                                        candidate.name(),
                                        candidate.note() == null
                                                ? ""
                                                : " (" + candidate.note() + ")"))
                .collect(Collectors.joining(", "));
    }
}
