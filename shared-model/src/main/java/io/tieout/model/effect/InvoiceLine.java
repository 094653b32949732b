package io.tieout.model.effect;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of an invoice; the amount is quantity times unit price, rounded once, half up.
///
/// @param taxable US books: `TAX` or `NON`
/// @param taxCodeId the line's own tax code, outside the USA; absent in US books
public record InvoiceLine(
        int number,
        EntityId itemId,
        String description,
        Quantity quantity,
        Money unitPrice,
        Money amount,
        boolean taxable,
        @Nullable EntityId classId,
        @Nullable LocalDate serviceDate,
        @Nullable EntityId taxCodeId) {
    /// A line in US books.
    public InvoiceLine(
            int number,
            EntityId itemId,
            String description,
            Quantity quantity,
            Money unitPrice,
            Money amount,
            boolean taxable,
            @Nullable EntityId classId,
            @Nullable LocalDate serviceDate) {
        this(
                number,
                itemId,
                description,
                quantity,
                unitPrice,
                amount,
                taxable,
                classId,
                serviceDate,
                null);
    }
}
