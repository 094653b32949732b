package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Enter a vendor's bill.
///
/// @param number the vendor's own number on it
/// @param total sum of the lines, before tax
/// @param taxCalculation outside the USA, where the lines have tax codes; absent in US books
public record CreateBill(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        EntityId vendorId,
        LocalDate date,
        @Nullable EntityId termId,
        @Nullable EntityId departmentId,
        CurrencyCode currency,
        @Nullable String number,
        List<SpendLine> lines,
        Money total,
        String anchor,
        @Nullable TaxCalculation taxCalculation)
        implements CreateDocument {
    public CreateBill {
        after = List.copyOf(after);
        lines = List.copyOf(lines);
    }

    /// A bill in US books.
    public CreateBill(
            EffectId effectId,
            List<EffectId> after,
            RealmId realmId,
            EntityId vendorId,
            LocalDate date,
            @Nullable EntityId termId,
            @Nullable EntityId departmentId,
            CurrencyCode currency,
            @Nullable String number,
            List<SpendLine> lines,
            Money total,
            String anchor) {
        this(
                effectId,
                after,
                realmId,
                vendorId,
                date,
                termId,
                departmentId,
                currency,
                number,
                lines,
                total,
                anchor,
                null);
    }

    @Override
    public EntityType entityType() {
        return EntityType.BILL;
    }
}
