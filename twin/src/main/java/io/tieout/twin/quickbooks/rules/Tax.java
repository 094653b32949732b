package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/// How a country taxes sales or purchases.
interface Tax {
    /// @param total of the tax
    /// @param included the part of it that the lines' amounts hold already
    record Outcome(BigDecimal total, BigDecimal included) {
        BigDecimal added() {
            return total.subtract(included);
        }
    }

    /// Completes a line's tax code, or refuses it.
    void checkLine(JsonNode line, ObjectNode detail);

    /// Writes the tax into the body.
    Outcome apply(ObjectNode body, ArrayNode lines, BigDecimal net, BigDecimal discount);

    static Tax onSales(Realm realm) {
        return isAmerican(realm)
                ? new SalesTax(realm)
                : new LineTax(realm, TaxLines.onSales(realm));
    }

    /// Nothing in the USA, where what is bought has no tax of its own.
    static Optional<Tax> onPurchases(Realm realm) {
        return isAmerican(realm)
                ? Optional.empty()
                : Optional.of(new LineTax(realm, TaxLines.onPurchases(realm)));
    }

    private static boolean isAmerican(Realm realm) {
        var company = realm.find("CompanyInfo", "1");
        return company == null || company.path("Country").asText("US").equals("US");
    }
}
