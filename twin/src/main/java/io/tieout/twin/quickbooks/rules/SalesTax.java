package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;

/// Works out US sales tax from the transaction's tax code and writes it into the body, whatever
/// total the caller had.
final class SalesTax {
    private final Realm realm;

    SalesTax(Realm realm) {
        this.realm = realm;
    }

    BigDecimal apply(ObjectNode body, BigDecimal base) {
        if (!realm.prefers("TaxPrefs", "UsingSalesTax")) {
            body.remove("TxnTaxDetail");
            return BigDecimal.ZERO;
        }
        var code = body.path("TxnTaxDetail").path("TxnTaxCodeRef").path("value").asText("");
        var detail = Json.object();
        var total = BigDecimal.ZERO;
        if (!code.isEmpty()) {
            detail.set("TxnTaxCodeRef", body.path("TxnTaxDetail").path("TxnTaxCodeRef"));
            total = addRates(detail, code, base);
        }
        detail.put("TotalTax", Amounts.cents(total));
        body.set("TxnTaxDetail", detail);
        return total;
    }

    private BigDecimal addRates(ObjectNode detail, String code, BigDecimal base) {
        var taxCode = realm.find("TaxCode", code);
        if (taxCode == null) {
            throw QuickBooksFault.badReference("TxnTaxCodeRef", "TaxCode", code);
        }
        var total = BigDecimal.ZERO;
        var lines = Json.array();
        for (var entry : taxCode.path("SalesTaxRateList").path("TaxRateDetail")) {
            var rateId = entry.path("TaxRateRef").path("value").asText();
            var rate = realm.find("TaxRate", rateId);
            if (rate != null) {
                var percent = rate.path("RateValue").decimalValue();
                var amount = Amounts.cents(base.multiply(percent).movePointLeft(2));
                total = total.add(amount);
                var line = lines.addObject();
                line.put("Amount", amount);
                line.put("DetailType", "TaxLineDetail");
                var tax = line.putObject("TaxLineDetail");
                tax.putObject("TaxRateRef").put("value", rateId);
                tax.put("PercentBased", true);
                tax.put("TaxPercent", percent);
                tax.put("NetAmountTaxable", Amounts.cents(base));
            }
        }
        if (!lines.isEmpty()) {
            detail.set("TaxLine", lines);
        }
        return total;
    }
}
