package io.tieout.invoice.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Lays a company's section over the general rules. What the section does not name stays as it is
/// in general, but for what belongs to one company alone: tax codes, and prices when the company
/// has another currency.
final class CompanySection {
    static final String COMPANIES = "companies";
    private static final List<String> TAX =
            List.of(
                    "taxableFlags",
                    "taxByState",
                    "exemptTaxCode",
                    "purchaseTaxCode",
                    "purchaseTaxByVendor");

    private CompanySection() {}

    static JsonNode over(JsonNode general, JsonNode section) {
        ObjectNode whole = general.deepCopy();
        whole.remove(COMPANIES);
        whole.remove(TAX);
        JsonNode currency = section.path("currency");
        if (!currency.isMissingNode() && !currency.equals(general.path("currency"))) {
            whole.remove("clients");
        }
        section.properties()
                .forEach(part -> {
                    JsonNode before = whole.path(part.getKey());
                    if (part.getKey().equals("defaults") && before.isObject()) {
                        part.getValue()
                                .properties()
                                .forEach(one ->
                                        ((ObjectNode) before).set(one.getKey(), one.getValue()));
                    } else {
                        whole.set(part.getKey(), part.getValue());
                    }
                });
        return whole;
    }
}
