package io.tieout.reconcile.matching;

import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows and documents as lines that can be matched. Pure.
final class Entries {
    private Entries() {}

    /// Absent when the row does not say enough.
    ///
    /// @param day as of which it is compared
    /// @param agreed the line with which the row was brought in line by a correction; absent for
    ///   none
    static @Nullable Entry of(SheetLine row, LocalDate day, @Nullable Entry agreed) {
        Measure measure = row.measure();
        if (!row.isComplete() || measure == null) {
            return null;
        }
        return new Entry(
                row.row().key(),
                row.kind(),
                text(row.party()),
                text(row.reference()),
                agreed != null && namesNoOther(row, agreed) ? agreed.id() : link(row),
                text(row.order()),
                measure.hundredths(),
                measure.unit(),
                day(day),
                text(row.description()),
                text(row.project()),
                text(row.department()),
                text(row.account()),
                text(row.person()));
    }

    private static boolean namesNoOther(SheetLine row, Entry line) {
        String number = Entry.referenceKey(text(row.reference()));
        String its = Entry.referenceKey(line.reference());
        return link(row).isEmpty() && (number.isEmpty() || its.isEmpty() || number.equals(its));
    }

    /// People write the id alone; a bill's is meant unless they write the type, as in `Purchase:7`.
    private static String link(SheetLine row) {
        String id = text(row.link()).strip();
        return id.isEmpty() || id.contains(":") ? id : EntityType.BILL.wireName() + ":" + id;
    }

    /// Its lines, or the whole where the lines do not add up to it, as with tax. None when it names
    /// nobody.
    static List<Entry> of(BookDocument document) {
        List<Entry> entries =
                switch (BookDocument.family(document.type())) {
                    case TIME -> List.of(whole(document));
                    case INCOME, INVOICES -> billed(document);
                    case ORDER -> spent(document);
                    case COST ->
                            document.type() == EntityType.JOURNAL_ENTRY
                                    ? single(document)
                                    : spent(document);
                };
        return entries.stream().filter(entry -> !entry.party().isEmpty()).toList();
    }

    /// As a whole, to be looked through for copies, and each line that somebody is to pay.
    private static List<Entry> billed(BookDocument invoice) {
        List<Entry> entries = new ArrayList<>();
        entries.add(whole(invoice));
        for (int i = 0; i < invoice.lines().size(); i++) {
            BookLine line = invoice.lines().get(i);
            if (line.measure().amount().signum() > 0) {
                entries.add(
                        entry(
                                invoice,
                                EntryKind.INVOICE,
                                invoice.key() + "#" + (i + 1),
                                line.measure(),
                                invoice.party(),
                                text(invoice.number()),
                                text(line.description()),
                                line));
            }
        }
        return entries;
    }

    private static List<Entry> spent(BookDocument document) {
        List<BookLine> lines = document.lines();
        BigDecimal sum =
                lines.stream()
                        .map(line -> line.measure().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return lines.isEmpty() || sum.compareTo(document.measure().amount()) != 0
                ? List.of(whole(document))
                : single(document);
    }

    private static List<Entry> single(BookDocument document) {
        if (document.lines().size() == 1) {
            return List.of(whole(document));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < document.lines().size(); i++) {
            BookLine line = document.lines().get(i);
            entries.add(
                    entry(
                            document,
                            kind(document.type()),
                            document.key() + "#" + (i + 1),
                            line.measure(),
                            line.party() == null ? document.party() : line.party(),
                            number(document),
                            text(line.description()),
                            line));
        }
        return entries;
    }

    private static Entry whole(BookDocument document) {
        List<BookLine> lines = document.lines();
        String descriptions =
                lines.stream()
                        .map(BookLine::description)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; "));
        return entry(
                document,
                kind(document.type()),
                document.key(),
                document.measure(),
                lines.size() == 1
                                && lines.getFirst().party() != null
                                && document.type() == EntityType.JOURNAL_ENTRY
                        ? lines.getFirst().party()
                        : document.party(),
                number(document),
                descriptions,
                common(lines));
    }

    /// What all lines are booked to.
    private static @Nullable BookLine common(List<BookLine> lines) {
        boolean same =
                lines.stream()
                                .map(line ->
                                        List.of(
                                                text(line.project()),
                                                text(line.department()),
                                                text(line.account())))
                                .distinct()
                                .count()
                        == 1;
        return same ? lines.getFirst() : null;
    }

    static String words(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    private static Entry entry(
            BookDocument document,
            EntryKind kind,
            String id,
            Measure measure,
            @Nullable String party,
            String number,
            String description,
            @Nullable BookLine line) {
        return new Entry(
                id,
                kind,
                text(party),
                number,
                "",
                text(document.order()),
                measure.hundredths(),
                measure.unit(),
                day(document.date()),
                description,
                line == null ? "" : text(line.project()),
                line == null ? "" : text(line.department()),
                line == null ? "" : text(line.account()),
                line == null || kind != EntryKind.TIME_ACTIVITY ? "" : text(line.party()));
    }

    /// QuickBooks numbers each invoice anew, so that a copy is known by all else.
    private static String number(BookDocument document) {
        return document.type() == EntityType.INVOICE ? "" : text(document.number());
    }

    private static EntryKind kind(EntityType type) {
        return switch (type) {
            case PURCHASE -> EntryKind.PURCHASE;
            case VENDOR_CREDIT -> EntryKind.VENDOR_CREDIT;
            case JOURNAL_ENTRY -> EntryKind.JOURNAL;
            case TIME_ACTIVITY -> EntryKind.TIME_ACTIVITY;
            case PURCHASE_ORDER -> EntryKind.PURCHASE_ORDER;
            case INVOICE -> EntryKind.INVOICE_TOTAL;
            default -> EntryKind.BILL;
        };
    }

    private static int day(LocalDate date) {
        return Bounds.day(date);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
