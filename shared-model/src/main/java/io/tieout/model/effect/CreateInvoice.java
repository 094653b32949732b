package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Post an invoice, unsent.
///
/// @param taxCodeId the whole document's tax code (US books), or absent
/// @param subtotal sum of the lines, before tax
/// @param estimatedTax what the tax code's rate gives on the taxable lines; QuickBooks' own figure
///   becomes the truth
/// @param anchor unique text in the private note by which the invoice is found again after an
///   ambiguous failure
/// @param taxCalculation outside the USA, where the lines have tax codes, and where QuickBooks
///   works the tax out by itself; absent in US books otherwise
/// @param generateNumber true where the company numbers by hand, so that QuickBooks numbers only
///   what asks for it; absent otherwise
public record CreateInvoice(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        EntityId customerId,
        LocalDate invoiceDate,
        @Nullable EntityId termId,
        @Nullable EntityId departmentId,
        CurrencyCode currency,
        @Nullable String billEmail,
        @Nullable EntityId taxCodeId,
        List<InvoiceLine> lines,
        Money subtotal,
        Money estimatedTax,
        String anchor,
        @Nullable TaxCalculation taxCalculation,
        @Nullable Boolean generateNumber)
        implements Effect {
    public CreateInvoice {
        after = List.copyOf(after);
        lines = List.copyOf(lines);
    }

    /// An invoice in US books.
    public CreateInvoice(
            EffectId effectId,
            List<EffectId> after,
            RealmId realmId,
            EntityId customerId,
            LocalDate invoiceDate,
            @Nullable EntityId termId,
            @Nullable EntityId departmentId,
            CurrencyCode currency,
            @Nullable String billEmail,
            @Nullable EntityId taxCodeId,
            List<InvoiceLine> lines,
            Money subtotal,
            Money estimatedTax,
            String anchor) {
        this(
                effectId,
                after,
                realmId,
                customerId,
                invoiceDate,
                termId,
                departmentId,
                currency,
                billEmail,
                taxCodeId,
                lines,
                subtotal,
                estimatedTax,
                anchor,
                null);
    }

    /// An invoice that QuickBooks numbers unasked.
    public CreateInvoice(
            EffectId effectId,
            List<EffectId> after,
            RealmId realmId,
            EntityId customerId,
            LocalDate invoiceDate,
            @Nullable EntityId termId,
            @Nullable EntityId departmentId,
            CurrencyCode currency,
            @Nullable String billEmail,
            @Nullable EntityId taxCodeId,
            List<InvoiceLine> lines,
            Money subtotal,
            Money estimatedTax,
            String anchor,
            @Nullable TaxCalculation taxCalculation) {
        this(
                effectId,
                after,
                realmId,
                customerId,
                invoiceDate,
                termId,
                departmentId,
                currency,
                billEmail,
                taxCodeId,
                lines,
                subtotal,
                estimatedTax,
                anchor,
                taxCalculation,
                null);
    }

    /// Subtotal and estimated tax.
    public Money estimatedTotal() {
        return subtotal.plus(estimatedTax);
    }

    @Override
    public String target() {
        return "realm:" + realmId;
    }

    @Override
    public boolean advisory() {
        return false;
    }
}
