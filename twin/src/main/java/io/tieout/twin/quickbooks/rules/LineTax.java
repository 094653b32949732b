package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tax outside of the USA: every line has a real tax code, and amounts exclude tax, include it, or
/// have none.
final class LineTax implements Tax {
    private static final String MODE = "GlobalTaxCalculation";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Realm realm;
    private final TaxLines taxLines;

    LineTax(Realm realm, TaxLines taxLines) {
        this.realm = realm;
        this.taxLines = taxLines;
    }

    @Override
    public void checkLine(JsonNode line, ObjectNode detail) {
        var code = detail.path("TaxCodeRef").path("value").asText("");
        if (code.isEmpty() && !isUsed()) {
            return;
        }
        if (code.isEmpty()) {
            throw QuickBooksFault.validation(
                    "6000",
                    "A business validation error has occurred",
                    "Make sure all your transactions have a tax rate before you save.",
                    "TaxCodeRef");
        }
        var found = realm.find("TaxCode", code);
        if (found == null || !found.path("Active").asBoolean(true)) {
            throw QuickBooksFault.badReference("TaxCodeRef", "TaxCode", code);
        }
    }

    @Override
    public Outcome apply(ObjectNode body, ArrayNode lines, BigDecimal net, BigDecimal discount) {
        if (!Json.filled(body, MODE)) {
            body.put(MODE, "TaxExcluded");
        }
        var mode = body.path(MODE).asText();
        if (mode.equals("NotApplicable")) {
            if (Json.present(body, "TxnTaxDetail") && !body.path("TxnTaxDetail").isEmpty()) {
                throw QuickBooksFault.validation(
                        "6170",
                        "Invalid tax detail",
                        "TxnTaxDetail is not allowed when GlobalTaxCalculation is NotApplicable",
                        "TxnTaxDetail");
            }
            return new Outcome(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        if (!isUsed()) {
            body.remove("TxnTaxDetail");
            return new Outcome(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        var inclusive = mode.equals("TaxInclusive");
        var detail = Json.object();
        var added = Json.array();
        var total = BigDecimal.ZERO;
        for (var base : bases(lines).entrySet()) {
            var taxCode = realm.find("TaxCode", base.getKey());
            if (taxCode != null) {
                total =
                        total.add(
                                taxLines.add(
                                        taxCode,
                                        inclusive
                                                ? without(taxCode, base.getValue())
                                                : base.getValue(),
                                        added));
            }
        }
        if (!added.isEmpty()) {
            detail.set("TaxLine", added);
        }
        detail.put("TotalTax", Amounts.cents(total));
        body.set("TxnTaxDetail", detail);
        return new Outcome(total, inclusive ? total : BigDecimal.ZERO);
    }

    private boolean isUsed() {
        return realm.prefers("TaxPrefs", "UsingSalesTax");
    }

    private static Map<String, BigDecimal> bases(ArrayNode lines) {
        Map<String, BigDecimal> bases = new LinkedHashMap<>();
        for (var line : lines) {
            var code =
                    line.path(line.path("DetailType").asText())
                            .path("TaxCodeRef")
                            .path("value")
                            .asText("");
            if (!code.isEmpty()) {
                bases.merge(code, Amounts.of(line, "Amount"), BigDecimal::add);
            }
        }
        return bases;
    }

    private BigDecimal without(JsonNode taxCode, BigDecimal gross) {
        return gross.multiply(HUNDRED)
                .divide(HUNDRED.add(taxLines.percent(taxCode)), 10, RoundingMode.HALF_UP);
    }
}
