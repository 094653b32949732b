package io.tieout.reconcile.preview;

import io.tieout.reconcile.engine.Band;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one run of the rules says of a line, as far as it matters to a person.
///
/// @param category present when the line does not simply match
/// @param counterparts ids of the lines that it is, sorted
record Said(
        boolean matched,
        Band band,
        String rule,
        @Nullable Category category,
        List<String> counterparts) {
    static Said of(Verdict verdict, boolean ofSheet) {
        List<String> others =
                (ofSheet ? verdict.books() : verdict.sheet())
                        .stream().map(Entry::id).sorted().toList();
        return switch (verdict) {
            case Verdict.Matched it -> new Said(true, it.band(), it.rule(), null, others);
            case Verdict.Deviating it ->
                    new Said(false, it.band(), it.rule(), it.category(), others);
            case Verdict.Alone it -> new Said(false, Band.NONE, "", it.category(), List.of());
            case Verdict.Tied _ -> new Said(false, Band.NONE, "", null, List.of());
        };
    }

    /// By another rule the same may be said.
    boolean differsFrom(Said other) {
        return matched != other.matched
                || band != other.band
                || category != other.category
                || !counterparts.equals(other.counterparts);
    }

    String words() {
        String what =
                Stream.of(
                                category == null ? "" : category.words(),
                                matched && band == Band.AUTOMATIC ? "Matched" : "",
                                matched && band != Band.AUTOMATIC ? "Proposed" : "",
                                !matched && category == null ? "Several fit" : "")
                        .filter(word -> !word.isEmpty())
                        .findFirst()
                        .orElseThrow();
        String with =
                counterparts.isEmpty()
                        ? ""
                        : " with "
                                + counterparts.stream().limit(3).collect(Collectors.joining(", "))
                                + (counterparts.size() > 3
                                        ? String.format(
                                                Locale.ROOT,
                                                " and %d more",
                                                counterparts.size() - 3)
                                        : "");
        return what + with + (rule.isEmpty() ? "" : ", by " + rule);
    }
}
