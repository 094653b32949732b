package io.tieout.reconcile.facts;

import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import org.jspecify.annotations.Nullable;

/// What a document comes to as sheets say it. Outside the USA what is bought is taxed too, while
/// the rows of cost sheets are net: the tax does not count. Pure.
final class NetAmount {
    private NetAmount() {}

    static @Nullable Money of(EntityType type, Entity.Transaction document) {
        Money total = document.total();
        Money tax = document.tax();
        return total == null || tax == null || !isBought(type) ? total : total.minus(tax);
    }

    private static boolean isBought(EntityType type) {
        return type == EntityType.BILL
                || type == EntityType.PURCHASE
                || type == EntityType.VENDOR_CREDIT
                || type == EntityType.PURCHASE_ORDER;
    }
}
