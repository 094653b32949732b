package io.tieout.invoice.rules;

import io.tieout.invoice.books.NameKey;
import io.tieout.model.id.EntityId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tax codes of a company that its books do not tell by themselves.
///
/// @param flags whether the company keeps QuickBooks' marks that customers and items are taxable;
///   outside the USA most do not, and every one of them is then marked as not taxable
/// @param byState of sales, by the region of the billing address in capitals
/// @param exempt of lines that are marked as not taxable, outside the USA; absent when nobody has
///   said
/// @param purchases of bills and purchase orders, outside the USA; absent when nobody has said
/// @param byVendor of the bills and purchase orders of single vendors, by comparable name
public record TaxRules(
        boolean flags,
        Map<String, EntityId> byState,
        @Nullable EntityId exempt,
        @Nullable EntityId purchases,
        Map<String, EntityId> byVendor) {
    /// No tax codes.
    public static final TaxRules NONE = new TaxRules(false, Map.of(), null, null, Map.of());

    public TaxRules {
        byState = Map.copyOf(byState);
        byVendor = Map.copyOf(byVendor);
    }

    public @Nullable EntityId sales(String state) {
        return byState.get(state.strip().toUpperCase(Locale.ROOT));
    }

    /// The vendor's own code, else that of all purchases.
    public @Nullable EntityId purchases(String vendor) {
        return byVendor.getOrDefault(NameKey.of(vendor), purchases);
    }
}
