package io.tieout.reconcile.reporting;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.explaining.Explanation;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.reporting.ReportItem.Part;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the two books say about one project, what differs first.
///
/// @param project as people write it; empty for what names none
/// @param counts how many items stand how
/// @param records how people call what the items cite, by line
/// @param budget absent when nothing was approved for the project
/// @param profitAndLoss QuickBooks' own; absent when it has not been read, or says nothing of the
///   project
public record VarianceReport(
        RealmId realm,
        String project,
        Instant madeAt,
        Map<Part, Integer> counts,
        List<Total> totals,
        List<ReportItem> items,
        Map<String, RecordName> records,
        @Nullable Budget budget,
        @Nullable CrossCheck profitAndLoss) {
    private static final Comparator<ReportItem> WORST_FIRST =
            Comparator.comparing(ReportItem::part)
                    .thenComparing(item -> item.stake().value(), Comparator.reverseOrder())
                    .thenComparing(item -> item.first().lineId());

    /// All items of one category in one unit.
    ///
    /// @param name the category in words, or how they stand when they have none
    public record Total(String name, int items, Amount sheet, Amount books, Amount stake) {}

    public VarianceReport {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
        totals = List.copyOf(totals);
        items = List.copyOf(items);
        records = Map.copyOf(records);
    }

    /// @param lines the project's lines, and those that they were put together with
    /// @param names of what they cite
    static VarianceReport of(
            RealmId realm,
            String project,
            Collection<Standing> lines,
            RecordNames names,
            @Nullable Budget budget,
            @Nullable CrossCheck profitAndLoss,
            Instant now) {
        List<ReportItem> items =
                Groups.of(lines).stream()
                        .map(group -> ReportItem.of(group).in(names))
                        .sorted(WORST_FIRST)
                        .toList();
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            counts.put(part, 0);
        }
        items.forEach(item -> counts.merge(item.part(), 1, Integer::sum));
        return new VarianceReport(
                realm,
                project,
                now,
                counts,
                totals(items),
                items,
                names.byLine(),
                budget,
                profitAndLoss);
    }

    /// The same with what a model says of some items.
    ///
    /// @param words by the key of an item's facts
    VarianceReport explained(Map<String, Explanation> words) {
        return words.isEmpty()
                ? this
                : new VarianceReport(
                        realm,
                        project,
                        madeAt,
                        counts,
                        totals,
                        items.stream()
                                .map(item ->
                                        item.explained(
                                                item.facts()
                                                        .map(facts -> words.get(facts.key()))
                                                        .orElse(null)))
                                .toList(),
                        records,
                        budget,
                        profitAndLoss);
    }

    /// Items that somebody should look at.
    int open() {
        return items.size() - counts.getOrDefault(Part.MATCHED, 0);
    }

    private static List<Total> totals(List<ReportItem> items) {
        Map<String, List<ReportItem>> byName = new LinkedHashMap<>();
        for (ReportItem item : items) {
            byName.computeIfAbsent(item.name() + "\n" + item.stake().unit(), _ -> new ArrayList<>())
                    .add(item);
        }
        return byName.values().stream().map(VarianceReport::total).toList();
    }

    private static Total total(List<ReportItem> items) {
        Amount zero = new Amount(BigDecimal.ZERO, items.getFirst().stake().unit());
        Amount sheet = zero;
        Amount books = zero;
        Amount stake = zero;
        for (ReportItem item : items) {
            Amount ofSheet = item.sheetAmount();
            Amount ofBooks = item.booksAmount();
            sheet = ofSheet == null ? sheet : sheet.plus(ofSheet);
            books = ofBooks == null ? books : books.plus(ofBooks);
            stake = stake.plus(item.stake());
        }
        return new Total(items.getFirst().name(), items.size(), sheet, books, stake);
    }
}
