package io.tieout.invoice.rules;

import io.tieout.invoice.books.NameKey;
import io.tieout.model.money.CurrencyCode;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The billing rules of a company in one version: everything about prices that the books do not
/// say.
///
/// @param currency of amounts that do not say theirs
/// @param quietPeriod how long a group of rows must be left alone before it is drafted
/// @param term name of the payment terms for customers without their own; absent for none
/// @param expenseItem name of the item that costs are passed on with
public record BillingRules(
        String version,
        CurrencyCode currency,
        Duration quietPeriod,
        @Nullable String term,
        RoundingMode rounding,
        List<ClientRules> clients,
        TaxRules tax,
        String expenseItem) {
    public BillingRules {
        clients = List.copyOf(clients);
    }

    /// What was agreed with the client, or the defaults.
    public ClientRules client(String customerName) {
        String key = NameKey.of(customerName);
        return clients.stream()
                .filter(client -> NameKey.of(client.customer()).equals(key))
                .findFirst()
                .orElseGet(() -> ClientRules.none(customerName, currency));
    }
}
