package io.tieout.audit.review;

import io.tieout.audit.facts.Names;
import io.tieout.model.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was agreed with clients, as audit reads it from the billing rules.
///
/// @param clients by name in its comparable form
/// @param expenseItem name of the item that costs are passed on with
public record BillingTerms(Map<String, Client> clients, Tax tax, @Nullable String expenseItem) {
    /// No rate card, no markup, no tax by state.
    public static final BillingTerms NONE = new BillingTerms(Map.of(), Tax.NONE, null);

    /// @param rates price per unit by item name in its comparable form
    public record Client(
            Map<String, Money> rates,
            @Nullable Money minimum,
            @Nullable Money cap,
            BigDecimal markupPercent) {
        static final Client STANDARD = new Client(Map.of(), null, null, BigDecimal.ZERO);

        public Client {
            rates = Map.copyOf(rates);
        }

        public Optional<Money> rate(String itemName) {
            return Optional.ofNullable(rates.get(Names.normal(itemName)));
        }
    }

    /// Ids of tax codes.
    ///
    /// @param flags whether the company keeps QuickBooks' marks of what is taxable, outside the USA
    /// @param byPlace of sales, by region in capitals
    /// @param exempt of lines that are marked as not taxable, outside the USA
    /// @param purchases of bills and orders, outside the USA
    /// @param byVendor of single vendors' bills and orders, by name in its comparable form
    public record Tax(
            boolean flags,
            Map<String, String> byPlace,
            @Nullable String exempt,
            @Nullable String purchases,
            Map<String, String> byVendor) {
        static final Tax NONE = new Tax(false, Map.of(), null, null, Map.of());

        public Tax {
            byPlace = Map.copyOf(byPlace);
            byVendor = Map.copyOf(byVendor);
        }

        Optional<String> ofPlace(String place) {
            return Optional.ofNullable(byPlace.get(place.strip().toUpperCase(Locale.ROOT)));
        }

        Optional<String> ofPurchases(String vendor) {
            return Optional.ofNullable(byVendor.getOrDefault(vendor, purchases));
        }
    }

    public BillingTerms {
        clients = Map.copyOf(clients);
    }

    public Client client(String name) {
        return clients.getOrDefault(Names.normal(name), Client.STANDARD);
    }
}
