package io.tieout.reconcile.matching;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.corrected.Correcting;
import io.tieout.reconcile.ledger.EntryKind.Family;
import io.tieout.reconcile.records.RecordName;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A document of the books as far as it is compared.
///
/// @param party vendor or customer; for hours the project that they were worked for; absent when it
///   names nobody
/// @param order number of the purchase order that it is for
/// @param measure what it is over: negative for a vendor credit
/// @param lines its lines, with amounts of the same sign; empty when only the whole is known
/// @param drafted whether Tieout drafted it, of rows
/// @param corrections journal entries that correct its lines
public record BookDocument(
        EntityType type,
        EntityId id,
        @Nullable String party,
        @Nullable String number,
        @Nullable String order,
        LocalDate date,
        Measure measure,
        List<BookLine> lines,
        boolean drafted,
        List<Correcting> corrections) {
    public BookDocument {
        lines = List.copyOf(lines);
        corrections = List.copyOf(corrections);
    }

    /// A document that nothing corrects.
    public BookDocument(
            EntityType type,
            EntityId id,
            @Nullable String party,
            @Nullable String number,
            @Nullable String order,
            LocalDate date,
            Measure measure,
            List<BookLine> lines,
            boolean drafted) {
        this(type, id, party, number, order, date, measure, lines, drafted, List.of());
    }

    /// A document that people entered.
    public BookDocument(
            EntityType type,
            EntityId id,
            @Nullable String party,
            @Nullable String number,
            @Nullable String order,
            LocalDate date,
            Measure measure,
            List<BookLine> lines) {
        this(type, id, party, number, order, date, measure, lines, false);
    }

    /// Such as `Bill:145`, unique in its realm.
    public String key() {
        return key(type, id);
    }

    public static String key(EntityType type, EntityId id) {
        return type.wireName() + ":" + id;
    }

    /// The same with these corrections.
    public BookDocument correctedBy(List<Correcting> entries) {
        return new BookDocument(
                type, id, party, number, order, date, measure, lines, drafted, entries);
    }

    /// Such as `Bill 1042 of 2026-11-03, USD 480.00`, with what corrects it.
    public String words() {
        String name = number == null ? "without number (id " + id + ")" : number;
        return "%s %s of %s, %s%s"
                .formatted(RecordName.kind(type), name, date, measure.words(), together());
    }

    private String together() {
        return corrections.isEmpty()
                ? ""
                : corrections.stream()
                        .map(Correcting::words)
                        .collect(Collectors.joining(" and ", ", together with correcting ", ""));
    }

    /// What documents of a type can be the counterpart of.
    static Family family(EntityType type) {
        return switch (type) {
            case TIME_ACTIVITY -> Family.TIME;
            case PURCHASE_ORDER -> Family.ORDER;
            case INVOICE -> Family.INCOME;
            default -> Family.COST;
        };
    }
}
