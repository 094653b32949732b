package io.tieout.reconcile.matching;

import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// As of which day rows are compared that do not say it: of the document that they may be. A row
/// without date may be any document over the same; a billed row is on the invoice that it names,
/// whenever the work was done.
final class DocumentDays {
    private final Map<Object, Map<String, BookDocument>> documents = new HashMap<>();
    private final Map<Object, Set<RowRef>> rows = new HashMap<>();

    /// An invoice by its number.
    private record Numbered(String key) {}

    /// A document by its key.
    private record Identified(String key) {}

    void add(BookDocument document, Set<Object> touched) {
        for (Object key : keys(document)) {
            touched.add(key);
            documents.computeIfAbsent(key, _ -> new HashMap<>(2)).put(document.key(), document);
        }
    }

    void remove(BookDocument document, Set<Object> touched) {
        for (Object key : keys(document)) {
            touched.add(key);
            documents.computeIfPresent(
                    key,
                    (_, same) -> {
                        same.remove(document.key());
                        return same.isEmpty() ? null : same;
                    });
        }
    }

    void add(SheetLine row) {
        Object key = key(row);
        if (key != null) {
            rows.computeIfAbsent(key, _ -> new HashSet<>(2)).add(row.row());
        }
    }

    void remove(SheetLine row) {
        Object key = key(row);
        if (key != null) {
            rows.computeIfPresent(
                    key,
                    (_, same) -> {
                        same.remove(row.row());
                        return same.isEmpty() ? null : same;
                    });
        }
    }

    /// Rows that may be compared as of another day since these documents came or went.
    Set<RowRef> concernedBy(Set<Object> touched) {
        Set<RowRef> concerned = new HashSet<>();
        touched.forEach(key -> concerned.addAll(rows.getOrDefault(key, Set.of())));
        return concerned;
    }

    LocalDate of(SheetLine row) {
        LocalDate otherwise = row.day() == null ? LocalDate.EPOCH : row.day();
        return mayBe(row).map(BookDocument::date).max(Comparator.naturalOrder()).orElse(otherwise);
    }

    /// Whether the invoice that the row names is in another currency.
    boolean isOtherwisePriced(SheetLine row) {
        Measure measure = row.measure();
        return row.kind() == EntryKind.BILLING
                && row.link() == null
                && measure != null
                && mayBe(row).anyMatch(one -> !one.measure().unit().equals(measure.unit()));
    }

    private Stream<BookDocument> mayBe(SheetLine row) {
        Object key = key(row);
        if (key == null) {
            return Stream.empty();
        }
        Collection<BookDocument> same = documents.getOrDefault(key, Map.of()).values();
        String number = number(row.reference());
        return row.kind() == EntryKind.BILLING || number.isEmpty()
                ? same.stream()
                : same.stream().filter(one -> number.equals(number(one.number())));
    }

    private static @Nullable Object key(SheetLine row) {
        if (row.kind() != EntryKind.BILLING) {
            return row.day() == null ? row.measure() : null;
        }
        String link = row.link();
        String number = number(row.reference());
        return link != null
                ? new Identified(LiveLedger.documentOf(link))
                : number.isEmpty() ? null : new Numbered(number);
    }

    private static List<Object> keys(BookDocument document) {
        List<Object> keys = new ArrayList<>();
        keys.add(document.measure());
        if (document.type() == EntityType.INVOICE) {
            keys.add(new Identified(document.key()));
            keys.add(new Numbered(number(document.number())));
        }
        return keys;
    }

    private static String number(@Nullable String number) {
        return Entry.referenceKey(number == null ? "" : number);
    }
}
