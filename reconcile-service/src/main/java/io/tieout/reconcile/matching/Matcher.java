package io.tieout.reconcile.matching;

import io.tieout.model.id.RowRef;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Exact matches: the same vendor, the same amount, and the same document number where the row has
/// one. Each document is the counterpart of one row at most, and the order in which rows and
/// documents came makes no difference. Pure.
public final class Matcher {
    private record Key(String vendor, String amount) {}

    private Matcher() {}

    public static Map<RowRef, MatchOutcome> match(
            Collection<CostRow> rows, Collection<BookDocument> documents) {
        Map<Key, List<BookDocument>> byKey =
                documents.stream()
                        .sorted(
                                Comparator.comparing(BookDocument::date)
                                        .thenComparing(document -> document.type().wireName())
                                        .thenComparing(document -> document.id().value()))
                        .collect(
                                Collectors.groupingBy(document ->
                                        new Key(
                                                name(document.vendor()),
                                                document.amount().toString())));
        Map<RowRef, MatchOutcome> outcomes = new HashMap<>();
        Map<Key, List<CostRow>> groups = new HashMap<>();
        for (CostRow row : rows) {
            if (row.vendor() == null || name(row.vendor()).isEmpty() || row.amount() == null) {
                outcomes.put(row.row(), new MatchOutcome.Incomplete());
            } else {
                Key key = new Key(name(row.vendor()), row.amount().toString());
                groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
            }
        }
        groups.forEach(
                (key, group) -> outcomes.putAll(within(group, byKey.getOrDefault(key, List.of()))));
        return outcomes;
    }

    /// Rows and documents of one vendor and amount: first those whose numbers tell, then the rest.
    private static Map<RowRef, MatchOutcome> within(
            List<CostRow> rows, List<BookDocument> documents) {
        Map<RowRef, MatchOutcome> outcomes = new HashMap<>();
        Map<String, List<CostRow>> numbered =
                rows.stream()
                        .filter(row -> !number(row.documentNumber()).isEmpty())
                        .collect(Collectors.groupingBy(row -> number(row.documentNumber())));
        Set<BookDocument> claimed = new HashSet<>();
        numbered.forEach((number, sameNumber) -> {
            List<BookDocument> fitting =
                    documents.stream()
                            .filter(document -> number(document.number()).equals(number))
                            .toList();
            claimed.addAll(fitting);
            outcomes.putAll(decide(sameNumber, fitting));
        });
        List<CostRow> unnumbered =
                rows.stream().filter(row -> number(row.documentNumber()).isEmpty()).toList();
        List<BookDocument> left =
                documents.stream().filter(document -> !claimed.contains(document)).toList();
        outcomes.putAll(decide(unnumbered, left));
        return outcomes;
    }

    /// One row and one document are a match; more of either on both sides would be a guess.
    private static Map<RowRef, MatchOutcome> decide(
            List<CostRow> rows, List<BookDocument> documents) {
        MatchOutcome outcome;
        if (documents.isEmpty()) {
            outcome = new MatchOutcome.Missing();
        } else if (rows.size() == 1 && documents.size() == 1) {
            outcome = new MatchOutcome.Matched(documents.getFirst());
        } else {
            outcome = new MatchOutcome.Undecided(documents);
        }
        return rows.stream().collect(Collectors.toMap(CostRow::row, _ -> outcome));
    }

    /// Letters and digits alone, in lower case: `Atlas Electric, Inc.` is `atlas electric inc`.
    static String name(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static String number(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s#]+", "");
    }
}
