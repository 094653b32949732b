package io.tieout.reconcile.matching;

import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.reconcile.engine.Band;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Reconciler;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which documents of the books each cost row is. Each line of a document is the counterpart of one
/// row at most, and the order in which rows and documents came makes no difference. Pure.
public final class Matcher {
    private Matcher() {}

    /// @param parties whom the documents name as vendors
    public static Map<RowRef, MatchOutcome> match(
            Collection<CostRow> rows,
            Collection<BookDocument> documents,
            MatchRules rules,
            Parties parties) {
        Map<RowRef, MatchOutcome> outcomes = new HashMap<>();
        Map<Money, List<BookDocument>> byAmount =
                documents.stream().collect(Collectors.groupingBy(BookDocument::amount));
        Map<String, RowRef> byId = new HashMap<>();
        List<Entry> sheet = new ArrayList<>();
        for (CostRow row : rows) {
            Entry entry = Entries.of(row, dated(row, byAmount));
            if (entry == null) {
                outcomes.put(row.row(), new MatchOutcome.Incomplete());
            } else {
                byId.put(entry.id(), row.row());
                sheet.add(entry);
            }
        }
        Map<String, BookDocument> byLine = new HashMap<>();
        List<Entry> books = new ArrayList<>();
        for (BookDocument document : documents) {
            for (Entry line : Entries.of(document)) {
                books.add(line);
                byLine.put(line.id(), document);
            }
        }
        for (Verdict verdict : Reconciler.match(sheet, books, rules, parties)) {
            for (Entry row : verdict.sheet()) {
                RowRef ref = byId.get(row.id());
                if (ref != null) {
                    outcomes.put(ref, outcome(verdict, byLine));
                }
            }
        }
        return outcomes;
    }

    /// A row without date is compared as of the day of the document that it may be.
    private static LocalDate dated(CostRow row, Map<Money, List<BookDocument>> byAmount) {
        LocalDate said = row.date();
        Money amount = row.amount();
        if (said != null || amount == null) {
            return said == null ? LocalDate.EPOCH : said;
        }
        String number = key(row.documentNumber());
        return byAmount.getOrDefault(amount, List.of()).stream()
                .filter(document -> number.isEmpty() || number.equals(key(document.number())))
                .map(BookDocument::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    private static String key(@Nullable String number) {
        return Entry.referenceKey(number == null ? "" : number);
    }

    private static MatchOutcome outcome(Verdict verdict, Map<String, BookDocument> byLine) {
        List<BookDocument> documents = documents(verdict.books(), byLine);
        return switch (verdict) {
            case Verdict.Matched matched when matched.band() == Band.AUTOMATIC ->
                    new MatchOutcome.Matched(documents);
            case Verdict.Matched matched ->
                    new MatchOutcome.Review(null, documents, probably(matched));
            case Verdict.Deviating deviating ->
                    new MatchOutcome.Review(deviating.category(), documents, deviating.evidence());
            case Verdict.Tied _ -> new MatchOutcome.Undecided(documents);
            case Verdict.Alone alone ->
                    switch (alone.category()) {
                        case MISSING_IN_QUICKBOOKS, UNBILLED_LABOR ->
                                new MatchOutcome.Missing(nearest(alone, byLine));
                        case MISSING_RECEIPT,
                                CODING_ERROR,
                                DATA_ENTRY_ERROR,
                                TIMING,
                                AMOUNT_VARIANCE,
                                DUPLICATE,
                                MISSING_IN_SMARTSHEET ->
                                new MatchOutcome.Review(
                                        alone.category(), documents, alone.evidence());
                    };
        };
    }

    private static String probably(Verdict.Matched matched) {
        return matched.remainder() == 0
                ? String.format(
                        Locale.ROOT, "probably the same, to %.0f percent", 100 * matched.score())
                : "part of it: %s remain".formatted(Entries.words(matched.remainder()));
    }

    private static List<BookDocument> documents(
            List<Entry> lines, Map<String, BookDocument> byLine) {
        Map<String, BookDocument> documents = new LinkedHashMap<>();
        for (Entry line : lines) {
            BookDocument document = byLine.get(line.id());
            if (document != null) {
                documents.put(Entries.id(document), document);
            }
        }
        return List.copyOf(documents.values());
    }

    private static List<MatchOutcome.Near> nearest(
            Verdict.Alone alone, Map<String, BookDocument> byLine) {
        List<MatchOutcome.Near> nearest = new ArrayList<>();
        for (Verdict.Near near : alone.nearest()) {
            BookDocument document = byLine.get(near.other().id());
            if (document != null) {
                nearest.add(new MatchOutcome.Near(document, near.score(), near.failed()));
            }
        }
        return nearest;
    }
}
