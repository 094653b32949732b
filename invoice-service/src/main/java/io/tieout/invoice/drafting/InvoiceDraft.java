package io.tieout.invoice.drafting;

import io.tieout.invoice.rows.RowGroup;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invoice as it would be posted, but for the words.
///
/// @param customerId the customer, or its job when the project is one
/// @param rows the rows on it, in the order of the sheet
/// @param taxCalculation outside the USA, where the lines have tax codes; or that QuickBooks works
///   the tax out
/// @param generateNumber whether QuickBooks must be asked for a number, as the company numbers by
///   hand
public record InvoiceDraft(
        RowGroup group,
        EntityId customerId,
        String customerName,
        @Nullable String billEmail,
        LocalDate invoiceDate,
        @Nullable EntityId termId,
        @Nullable EntityId departmentId,
        CurrencyCode currency,
        @Nullable EntityId taxCodeId,
        List<DraftLine> lines,
        Money subtotal,
        Money estimatedTax,
        List<EligibleRow> rows,
        @Nullable String projectManager,
        String rulesVersion,
        @Nullable TaxCalculation taxCalculation,
        boolean generateNumber) {
    public InvoiceDraft {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    public Money total() {
        return subtotal.plus(estimatedTax);
    }

    /// Whether QuickBooks adds a tax that nobody knows before.
    public boolean taxFollows() {
        return taxCalculation == TaxCalculation.AUTOMATED;
    }
}
