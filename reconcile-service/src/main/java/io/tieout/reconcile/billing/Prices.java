package io.tieout.reconcile.billing;

import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What billed work costs: the client's rate card goes before the item's own price, and a cost is
/// passed on with the client's markup. Pure.
///
/// @param clients by name, as [#key] says
/// @param items each item's own price, by name
public record Prices(Map<String, Client> clients, Map<String, Money> items) {
    /// Nothing was agreed, and no item has a price.
    public static final Prices NONE = new Prices(Map.of(), Map.of());

    public Prices {
        clients = Map.copyOf(clients);
        items = Map.copyOf(items);
    }

    /// What was agreed with one client.
    ///
    /// @param rates price per unit by item name
    public record Client(Map<String, Money> rates, Percent markup) {
        private static final Client STANDARD = new Client(Map.of(), Percent.ZERO);

        public Client {
            rates = Map.copyOf(rates);
        }
    }

    public static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /// The same agreements with these prices of items.
    public Prices with(Map<String, Money> newItems) {
        return new Prices(clients, newItems);
    }

    /// Absent when nothing says what the row is worth.
    @Nullable Money of(BillingFields row) {
        String customer = row.customer();
        Client client =
                customer == null
                        ? Client.STANDARD
                        : clients.getOrDefault(key(customer), Client.STANDARD);
        Money cost = row.cost();
        if (cost != null && !cost.isZero()) {
            return cost.plus(cost.percent(client.markup(), RoundingMode.HALF_UP));
        }
        Quantity hours = row.hours();
        String service = row.service();
        if (hours == null || service == null) {
            return null;
        }
        Money price = client.rates().get(key(service));
        Money rate = price == null ? items.get(key(service)) : price;
        return rate == null ? null : rate.times(hours, RoundingMode.HALF_UP);
    }
}
