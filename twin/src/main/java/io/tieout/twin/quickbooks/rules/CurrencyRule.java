package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;

/// A transaction is in the home currency, or in the customer's or vendor's when the company uses
/// several; then it must say which.
final class CurrencyRule implements Rule {
    /// What the server takes for a foreign currency when nobody says: home units per unit of it.
    private static final BigDecimal SERVERS_RATE = new BigDecimal("1.35");

    @Override
    public void apply(Draft draft) {
        var home = draft.realm().homeCurrency();
        var party = party(draft, home);
        if (!Json.filled(draft.body().path("CurrencyRef"), "value")) {
            if (draft.realm().prefers("CurrencyPrefs", "MultiCurrencyEnabled")) {
                throw QuickBooksFault.missing("CurrencyRef");
            }
            draft.body().putObject("CurrencyRef").put("value", home);
        }
        var given = draft.body().path("CurrencyRef").path("value").asText();
        if (!given.equals(party)) {
            throw QuickBooksFault.business(
                    "The transaction's currency "
                            + given
                            + " does not match the currency "
                            + party
                            + " of the customer or vendor");
        }
        if (draft.realm().prefers("CurrencyPrefs", "MultiCurrencyEnabled")
                && !Json.present(draft.body(), "ExchangeRate")) {
            draft.body().put("ExchangeRate", given.equals(home) ? BigDecimal.ONE : SERVERS_RATE);
        }
    }

    /// The total in the home currency, once the total is known.
    static void homeTotal(Draft draft) {
        if (Json.present(draft.body(), "ExchangeRate")
                && draft.realm().prefers("CurrencyPrefs", "MultiCurrencyEnabled")
                && Json.present(draft.body(), "TotalAmt")) {
            var rate = draft.body().path("ExchangeRate").decimalValue();
            draft.body()
                    .put(
                            "HomeTotalAmt",
                            Amounts.cents(
                                    draft.body().path("TotalAmt").decimalValue().multiply(rate)));
        }
    }

    private static String party(Draft draft, String home) {
        for (var entity : new String[] {"Customer", "Vendor"}) {
            var ref = draft.body().path(entity + "Ref").path("value").asText("");
            var found = draft.realm().find(entity, ref);
            if (found != null) {
                return found.path("CurrencyRef").path("value").asText(home);
            }
        }
        return draft.body().path("CurrencyRef").path("value").asText(home);
    }
}
