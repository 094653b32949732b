package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// A transaction is in the home currency, or in the customer's or vendor's when the company uses
/// several.
final class CurrencyRule implements Rule {
    @Override
    public void apply(Draft draft) {
        var home = draft.realm().homeCurrency();
        var party = party(draft, home);
        if (!Json.filled(draft.body().path("CurrencyRef"), "value")) {
            if (draft.realm().prefers("CurrencyPrefs", "MultiCurrencyEnabled")
                    && !party.equals(home)) {
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
