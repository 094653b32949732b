package io.tieout.audit.review;

import io.tieout.audit.facts.Names;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was agreed with clients, as audit reads it from the billing rules.
///
/// @param clients by name in its comparable form
/// @param taxByState id of the tax code by region
/// @param expenseItem name of the item that costs are passed on with
public record BillingTerms(
        Map<String, Client> clients, Map<String, String> taxByState, @Nullable String expenseItem) {
    /// No rate card, no markup, no tax by state.
    public static final BillingTerms NONE = new BillingTerms(Map.of(), Map.of(), null);

    /// @param rates price per unit by item name in its comparable form
    public record Client(
            Map<String, BigDecimal> rates,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal cap,
            BigDecimal markupPercent) {
        static final Client STANDARD = new Client(Map.of(), null, null, BigDecimal.ZERO);

        public Client {
            rates = Map.copyOf(rates);
        }

        public Optional<BigDecimal> rate(String itemName) {
            return Optional.ofNullable(rates.get(Names.normal(itemName)));
        }
    }

    public BillingTerms {
        clients = Map.copyOf(clients);
        taxByState = Map.copyOf(taxByState);
    }

    public Client client(String name) {
        return clients.getOrDefault(Names.normal(name), Client.STANDARD);
    }
}
