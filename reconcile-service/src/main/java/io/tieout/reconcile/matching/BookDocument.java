package io.tieout.reconcile.matching;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document of the books as far as it is compared.
///
/// @param amount what it cost: negative for a vendor credit
/// @param lines its lines, with amounts of the same sign; empty when only the whole is known
public record BookDocument(
        EntityType type,
        EntityId id,
        String vendor,
        @Nullable String number,
        LocalDate date,
        Money amount,
        List<BookLine> lines) {
    public BookDocument {
        lines = List.copyOf(lines);
    }

    /// Such as `Bill 1042 of 2026-11-03, USD 480.00`.
    public String words() {
        String kind =
                switch (type) {
                    case PURCHASE -> "Expense";
                    case VENDOR_CREDIT -> "Vendor credit";
                    default -> type.wireName();
                };
        String name = number == null ? "without number (id " + id + ")" : number;
        return "%s %s of %s, %s".formatted(kind, name, date, amount.readable());
    }
}
