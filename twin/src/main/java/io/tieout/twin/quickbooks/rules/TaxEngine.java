package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.util.Locale;
import java.util.Map;

/// Automated sales tax: where the goods go decides the code, whatever code came with the document.
final class TaxEngine {
    private static final Map<String, String> STATES =
            Map.of("NY", "New York", "NJ", "New Jersey", "CT", "Connecticut");
    private static final String ELSEWHERE = "Out of state";

    private final Realm realm;

    TaxEngine(Realm realm) {
        this.realm = realm;
    }

    /// The code, or an empty text when the company has none for that place.
    String code(JsonNode txn) {
        var state = state(txn).toUpperCase(Locale.ROOT);
        var wanted = STATES.getOrDefault(state, ELSEWHERE);
        for (var code : realm.all("TaxCode")) {
            if (code.path("TaxGroup").asBoolean(false)
                    && code.path("Name").asText().startsWith(wanted)) {
                return code.path("Id").asText();
            }
        }
        return "";
    }

    private String state(JsonNode txn) {
        if (Json.filled(txn.path("ShipAddr"), "CountrySubDivisionCode")) {
            return txn.path("ShipAddr").path("CountrySubDivisionCode").asText();
        }
        JsonNode customer = customer(txn.path("CustomerRef").path("value").asText());
        for (int level = 0; level < 5 && !customer.isMissingNode(); level++) {
            for (var address : new String[] {"ShipAddr", "BillAddr"}) {
                if (Json.filled(customer.path(address), "CountrySubDivisionCode")) {
                    return customer.path(address).path("CountrySubDivisionCode").asText();
                }
            }
            customer = customer(customer.path("ParentRef").path("value").asText());
        }
        return "";
    }

    private JsonNode customer(String id) {
        var found = realm.find("Customer", id);
        return found == null
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : found;
    }
}
