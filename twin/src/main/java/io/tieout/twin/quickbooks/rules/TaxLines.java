package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;

/// The rates that a tax code has for sales or for purchases, each as a line of the tax detail.
final class TaxLines {
    private final Realm realm;
    private final String rates;

    private TaxLines(Realm realm, String rates) {
        this.realm = realm;
        this.rates = rates;
    }

    static TaxLines onSales(Realm realm) {
        return new TaxLines(realm, "SalesTaxRateList");
    }

    static TaxLines onPurchases(Realm realm) {
        return new TaxLines(realm, "PurchaseTaxRateList");
    }

    /// Adds a line per rate and returns what they come to.
    BigDecimal add(JsonNode taxCode, BigDecimal base, ArrayNode lines) {
        var total = BigDecimal.ZERO;
        for (var entry : taxCode.path(rates).path("TaxRateDetail")) {
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
        return total;
    }

    /// All rates of a tax code together, in percent.
    BigDecimal percent(JsonNode taxCode) {
        var sum = BigDecimal.ZERO;
        for (var entry : taxCode.path(rates).path("TaxRateDetail")) {
            var rate = realm.find("TaxRate", entry.path("TaxRateRef").path("value").asText());
            if (rate != null) {
                sum = sum.add(rate.path("RateValue").decimalValue());
            }
        }
        return sum;
    }
}
