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

/// Order from a vendor.
///
/// @param payablesAccountId the accounts-payable account that QuickBooks asks for
/// @param total sum of the lines, before tax
/// @param taxCalculation outside the USA, where the lines have tax codes; absent in US books
public record CreatePurchaseOrder(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        EntityId vendorId,
        EntityId payablesAccountId,
        LocalDate date,
        CurrencyCode currency,
        List<SpendLine> lines,
        Money total,
        String anchor,
        @Nullable TaxCalculation taxCalculation)
        implements CreateDocument {
    public CreatePurchaseOrder {
        after = List.copyOf(after);
        lines = List.copyOf(lines);
    }

    /// An order in US books.
    public CreatePurchaseOrder(
            EffectId effectId,
            List<EffectId> after,
            RealmId realmId,
            EntityId vendorId,
            EntityId payablesAccountId,
            LocalDate date,
            CurrencyCode currency,
            List<SpendLine> lines,
            Money total,
            String anchor) {
        this(
                effectId,
                after,
                realmId,
                vendorId,
                payablesAccountId,
                date,
                currency,
                lines,
                total,
                anchor,
                null);
    }

    @Override
    public EntityType entityType() {
        return EntityType.PURCHASE_ORDER;
    }
}
