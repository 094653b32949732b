package io.tieout.reconcile.matching;

import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows and documents as lines that can be matched. Pure.
final class Entries {
    private Entries() {}

    /// Absent when the row does not say enough.
    ///
    /// @param undated the day for a row without date
    static @Nullable Entry of(CostRow row, LocalDate undated) {
        Money amount = row.amount();
        if (row.vendor() == null || row.vendor().isBlank() || amount == null) {
            return null;
        }
        return new Entry(
                row.row().key(),
                EntryKind.COST,
                row.vendor(),
                text(row.documentNumber()),
                "",
                "",
                units(amount),
                amount.currency().value(),
                day(row.date() == null ? undated : row.date()),
                text(row.description()),
                text(row.project()),
                "",
                "");
    }

    /// Its lines, or the whole where the lines do not add up to it, as with tax.
    static List<Entry> of(BookDocument document) {
        List<BookLine> lines = document.lines();
        Money sum =
                Money.sum(
                        lines.stream().map(BookLine::amount).toList(),
                        document.amount().currency());
        if (lines.isEmpty() || !sum.equals(document.amount())) {
            return List.of(entry(document, id(document), document.amount(), null));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            entries.add(
                    entry(
                            document,
                            id(document) + "#" + (i + 1),
                            lines.get(i).amount(),
                            lines.get(i)));
        }
        return entries;
    }

    static String id(BookDocument document) {
        return document.type().wireName() + ":" + document.id();
    }

    static String words(long units) {
        return BigDecimal.valueOf(units, 2).toPlainString();
    }

    private static Entry entry(
            BookDocument document, String id, Money amount, @Nullable BookLine line) {
        return new Entry(
                id,
                kind(document.type()),
                document.vendor(),
                text(document.number()),
                "",
                "",
                units(amount),
                amount.currency().value(),
                day(document.date()),
                line == null ? "" : text(line.description()),
                line == null ? "" : text(line.project()),
                "",
                "");
    }

    private static EntryKind kind(EntityType type) {
        return switch (type) {
            case PURCHASE -> EntryKind.PURCHASE;
            case VENDOR_CREDIT -> EntryKind.VENDOR_CREDIT;
            default -> EntryKind.BILL;
        };
    }

    private static long units(Money amount) {
        return amount.amount().unscaledValue().longValueExact();
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
