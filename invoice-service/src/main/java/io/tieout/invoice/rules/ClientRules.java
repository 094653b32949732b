package io.tieout.invoice.rules;

import io.tieout.invoice.books.NameKey;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was agreed with one client.
///
/// @param rates price per unit by item name, instead of the item's own
/// @param minimum least that is billed per project and month
/// @param cap most that is billed per project and month
public record ClientRules(
        String customer,
        Map<String, Money> rates,
        @Nullable Money minimum,
        @Nullable Money cap,
        Percent markup,
        GroupBy groupBy) {
    public ClientRules {
        rates = Map.copyOf(rates);
    }

    /// For a client with whom nothing special was agreed.
    static ClientRules none(String customer) {
        return new ClientRules(customer, Map.of(), null, null, Percent.ZERO, GroupBy.ROW);
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

    /// Whether it limits amounts, which are in the rules' currency only.
    public boolean hasLimits() {
        return minimum != null || cap != null;
    }
}
