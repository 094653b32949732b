package io.tieout.invoice.rules;

import io.tieout.invoice.books.NameKey;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was agreed with one client.
///
/// @param currency of all these amounts; the client's, where it is not that of the rules
/// @param rates price per unit by item name, instead of the item's own
/// @param minimum least that is billed per project and month
/// @param cap most that is billed per project and month
public record ClientRules(
        String customer,
        CurrencyCode currency,
        Map<String, Money> rates,
        @Nullable Money minimum,
        @Nullable Money cap,
        Percent markup,
        GroupBy groupBy) {
    public ClientRules {
        rates = Map.copyOf(rates);
    }

    /// For a client with whom nothing special was agreed.
    static ClientRules none(String customer, CurrencyCode currency) {
        return new ClientRules(customer, currency, Map.of(), null, null, Percent.ZERO, GroupBy.ROW);
    }

    /// The agreed rate for an item; absent when its own price holds.
    public @Nullable Money rate(String itemName) {
        String key = NameKey.of(itemName);
        return rates.entrySet().stream()
                .filter(rate -> NameKey.of(rate.getKey()).equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /// Whether it limits amounts.
    public boolean hasLimits() {
        return minimum != null || cap != null;
    }
}
