package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/// How a country taxes sales.
interface Tax {
    /// @param total of the tax
    /// @param included the part of it that the lines' amounts hold already
    record Outcome(BigDecimal total, BigDecimal included) {
        BigDecimal added() {
            return total.subtract(included);
        }
    }

    /// Completes a sales line's tax code, or refuses it.
    void checkLine(JsonNode line, ObjectNode detail);

    /// Writes the tax into the body.
    Outcome apply(ObjectNode body, ArrayNode lines, BigDecimal net, BigDecimal discount);

    static Tax of(Realm realm) {
        var company = realm.find("CompanyInfo", "1");
        var country = company == null ? "US" : company.path("Country").asText("US");
        return country.equals("US") ? new SalesTax(realm) : new LineTax(realm);
    }
}
