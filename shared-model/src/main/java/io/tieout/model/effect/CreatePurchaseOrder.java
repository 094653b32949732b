package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;

/// Order from a vendor.
///
/// @param payablesAccountId the accounts-payable account that QuickBooks asks for
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
        String anchor)
        implements CreateDocument {
    public CreatePurchaseOrder {
        after = List.copyOf(after);
        lines = List.copyOf(lines);
    }

    @Override
    public EntityType entityType() {
        return EntityType.PURCHASE_ORDER;
    }
}
