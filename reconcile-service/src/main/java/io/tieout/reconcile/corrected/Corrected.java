package io.tieout.reconcile.corrected;

import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line of the books together with the journal entries that correct it: amounts add up; costs
/// that are all in one account, or all in one month, count in that one. Pure.
///
/// @param own over what its document says by itself, in the account and as of the day in which it
///   counts
/// @param whole what it is compared as
/// @param parts what each entry adds
public record Corrected(Entry own, Entry whole, List<Entry> parts) {
    private static final int DECIMALS = 2;

    public Corrected {
        parts = List.copyOf(parts);
    }

    /// Those of a document's lines that are corrected, by their ids. An entry whose line is there
    /// no longer, since the document was edited, corrects its first line.
    public static Map<String, Corrected> of(List<Entry> lines, Collection<Correcting> entries) {
        Map<Entry, List<Correcting>> byLine = new LinkedHashMap<>();
        for (Correcting one : entries) {
            target(lines, one)
                    .filter(line -> line.currency().equals(one.currency()))
                    .filter(line -> Bounds.isAmount(line.amount()))
                    .ifPresent(
                            line -> byLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(one));
        }
        Map<String, Corrected> corrected = new HashMap<>();
        byLine.forEach((line, its) -> corrected.put(line.id(), of(line, its)));
        return corrected;
    }

    /// Whether the entry is one of those that correct it.
    public boolean isBy(Correcting entry) {
        return parts.stream().anyMatch(part -> part.id().equals(entry.lineId()));
    }

    private static Optional<Entry> target(List<Entry> lines, Correcting entry) {
        return lines.stream()
                .filter(line -> line.id().equals(entry.line()))
                .findFirst()
                .or(() -> lines.stream().findFirst());
    }

    private static Corrected of(Entry line, List<Correcting> entries) {
        long sum = line.amount();
        Map<String, Long> byAccount = new HashMap<>(Map.of(line.account(), line.amount()));
        Map<YearMonth, Long> byMonth = new HashMap<>(Map.of(month(line.day()), line.amount()));
        for (Correcting one : entries) {
            one.amounts()
                    .forEach((account, amount) ->
                            byAccount.merge(account, hundredths(amount), Long::sum));
            byMonth.merge(YearMonth.from(one.date()), hundredths(one.amount()), Long::sum);
            sum += hundredths(one.amount());
        }
        String account = only(byAccount).orElse(line.account());
        int day = only(byMonth).map(month -> day(line, entries, month)).orElse(line.day());
        return new Corrected(
                with(line, line.amount(), account, day),
                with(line, sum, account, day),
                entries.stream().map(one -> part(line, one, account)).toList());
    }

    /// The only one that holds costs.
    private static <K> Optional<K> only(Map<K, Long> sums) {
        List<K> holding =
                sums.entrySet().stream()
                        .filter(one -> one.getValue() != 0)
                        .map(Map.Entry::getKey)
                        .toList();
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }

    /// The document's own day, or that of the entry that brought its costs into another month.
    private static int day(Entry line, List<Correcting> entries, YearMonth month) {
        return month.equals(month(line.day()))
                ? line.day()
                : entries.stream()
                        .map(Correcting::date)
                        .filter(date -> YearMonth.from(date).equals(month))
                        .max(Comparator.naturalOrder())
                        .map(Bounds::day)
                        .orElse(line.day());
    }

    private static Entry part(Entry line, Correcting entry, String account) {
        return new Entry(
                entry.lineId(),
                EntryKind.JOURNAL,
                line.party(),
                entry.number() == null ? "" : entry.number(),
                "",
                line.order(),
                hundredths(entry.amount()),
                line.currency(),
                Bounds.day(entry.date()),
                "Correcting entry",
                line.project(),
                line.department(),
                account);
    }

    private static Entry with(Entry line, long amount, String account, int day) {
        return new Entry(
                line.id(),
                line.kind(),
                line.party(),
                line.reference(),
                line.link(),
                line.order(),
                amount,
                line.currency(),
                day,
                line.description(),
                line.project(),
                line.department(),
                account);
    }

    private static YearMonth month(int day) {
        return YearMonth.from(LocalDate.ofEpochDay(day));
    }

    private static long hundredths(BigDecimal amount) {
        return Bounds.units(amount.setScale(DECIMALS, RoundingMode.HALF_UP), DECIMALS);
    }
}
