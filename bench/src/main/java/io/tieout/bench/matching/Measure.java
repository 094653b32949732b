package io.tieout.bench.matching;

import io.tieout.reconcile.engine.Band;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Compares verdicts with the truth. A pair is one line of the sheet with one of the books; a set
/// of two by three is six pairs.
final class Measure {
    /// Pairs of one band.
    private static final class Count {
        long right;
        long wrong;
    }

    /// Lines of one category.
    private static final class Lines {
        long true_;
        long said;
        long right;
    }

    private final Map<String, Set<String>> truePairs = new HashMap<>();
    private final Map<String, Category> categories = new HashMap<>();
    private final Set<String> unclear = new HashSet<>();
    private final Map<Band, Count> bands = new EnumMap<>(Band.class);
    private final Map<Category, Lines> byCategory = new EnumMap<>(Category.class);
    private final Set<String> ofOtherOrder = new HashSet<>();
    private long otherOrder;
    private long otherOrderAutomatic;
    private long pairs;
    private long found;
    private long tiedLines;
    private long categorized;
    private long categorizedRight;

    static Measure of(Ledger ledger, List<Verdict> verdicts) {
        Measure measure = new Measure();
        ledger.truths().forEach(measure::know);
        for (Band band : Band.values()) {
            measure.bands.put(band, new Count());
        }
        for (Category category : Category.values()) {
            measure.byCategory.put(category, new Lines());
        }
        measure.compare(verdicts);
        return measure;
    }

    private void know(Ledger.Truth truth) {
        for (String s : truth.sheet()) {
            for (String b : truth.books()) {
                truePairs.computeIfAbsent(s, _ -> new HashSet<>(2)).add(b);
                pairs++;
            }
        }
        if (truth.otherOrder()) {
            ofOtherOrder.addAll(truth.sheet());
            otherOrder += (long) truth.sheet().size() * truth.books().size();
        }
        if (truth.unclear()) {
            truth.sheet().forEach(s -> unclear.add("s" + s));
            truth.books().forEach(b -> unclear.add("b" + b));
        } else if (truth.category() != null) {
            for (String s : truth.sheet()) {
                categories.put("s" + s, truth.category());
            }
            if (truth.sheet().isEmpty()) {
                for (String b : truth.books()) {
                    categories.put("b" + b, truth.category());
                }
            }
        }
    }

    private void compare(List<Verdict> verdicts) {
        Map<String, Category> said = new HashMap<>();
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Matched matched -> count(verdict, matched.band());
                case Verdict.Deviating deviating -> {
                    count(verdict, deviating.band());
                    say(said, verdict, deviating.category());
                }
                case Verdict.Alone alone -> say(said, verdict, alone.category());
                case Verdict.Tied tied -> tiedLines += tied.sheet().size() + tied.books().size();
            }
        }
        categories.forEach((line, category) -> {
            categorized++;
            lines(category).true_++;
            if (category == said.get(line)) {
                categorizedRight++;
                lines(category).right++;
            }
        });
        said.forEach((line, category) -> {
            if (!unclear.contains(line)) {
                lines(category).said++;
            }
        });
    }

    private static void say(Map<String, Category> said, Verdict verdict, Category category) {
        for (Entry entry : verdict.sheet()) {
            said.put("s" + entry.id(), category);
        }
        if (verdict.sheet().isEmpty()) {
            for (Entry entry : verdict.books()) {
                said.put("b" + entry.id(), category);
            }
        }
    }

    private void count(Verdict verdict, Band band) {
        Count count = count(band);
        for (Entry s : verdict.sheet()) {
            Set<String> right = truePairs.getOrDefault(s.id(), Set.of());
            for (Entry b : verdict.books()) {
                otherOrderAutomatic +=
                        band == Band.AUTOMATIC && ofOtherOrder.contains(s.id()) ? 1 : 0;
                if (right.contains(b.id())) {
                    count.right++;
                    found++;
                } else {
                    count.wrong++;
                }
            }
        }
    }

    private Count count(Band band) {
        return java.util.Objects.requireNonNull(bands.get(band));
    }

    private Lines lines(Category category) {
        return java.util.Objects.requireNonNull(byCategory.get(category));
    }

    double precisionAutomatic() {
        return share(
                count(Band.AUTOMATIC).right,
                count(Band.AUTOMATIC).right + count(Band.AUTOMATIC).wrong);
    }

    /// Pairs that are automatic though the row names another order than the document's.
    long otherOrderAutomatic() {
        return otherOrderAutomatic;
    }

    long falseAutomatic() {
        return count(Band.AUTOMATIC).wrong;
    }

    double recall() {
        return share(found, pairs);
    }

    double recallAutomatic() {
        return share(count(Band.AUTOMATIC).right, pairs);
    }

    double categoryAccuracy() {
        return share(categorizedRight, categorized);
    }

    void print(PrintStream out) {
        for (Band band : List.of(Band.AUTOMATIC, Band.PROPOSED)) {
            Count count = count(band);
            out.printf(
                    Locale.ROOT,
                    "  %-24s precision %.5f  recall %.4f  (%d right, %d wrong)%n",
                    band.name().toLowerCase(Locale.ROOT),
                    share(count.right, count.right + count.wrong),
                    share(count.right, pairs),
                    count.right,
                    count.wrong);
        }
        out.printf(Locale.ROOT, "  %-24s %d lines%n", "tied, for a person", tiedLines);
        out.printf(
                Locale.ROOT,
                "  %-24s %d pairs, %d of them automatic%n",
                "the row has another order",
                otherOrder,
                otherOrderAutomatic);
        for (Category category : Category.values()) {
            Lines lines = lines(category);
            if (lines.true_ + lines.said > 0) {
                out.printf(
                        Locale.ROOT,
                        "  %-24s precision %.4f   recall %.4f  (%d are, %d said, %d right)%n",
                        category.words(),
                        share(lines.right, lines.said),
                        share(lines.right, lines.true_),
                        lines.true_,
                        lines.said,
                        lines.right);
            }
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
