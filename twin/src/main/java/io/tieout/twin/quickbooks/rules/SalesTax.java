package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;

/// Works out US sales tax from the transaction's tax code and writes it into the body. Where the
/// company uses automated sales tax, the customer's place decides whatever code was sent, and a
/// total that was sent is honoured.
final class SalesTax implements Tax {
    private final Realm realm;

    SalesTax(Realm realm) {
        this.realm = realm;
    }

    /// Lines are only taxable or not.
    @Override
    public void checkLine(JsonNode line, ObjectNode detail) {
        if (!Json.filled(detail.path("TaxCodeRef"), "value")) {
            detail.putObject("TaxCodeRef").put("value", "NON");
        }
        var code = detail.path("TaxCodeRef").path("value").asText();
        if (!code.equals("TAX") && !code.equals("NON")) {
            throw QuickBooksFault.validation(
                    "6100",
                    "Invalid tax code in the line",
                    "A line of a US company takes the tax codes TAX and NON. Supplied value:"
                            + code,
                    "TaxCodeRef");
        }
    }

    @Override
    public Outcome apply(ObjectNode body, ArrayNode lines, BigDecimal net, BigDecimal discount) {
        if (!realm.prefers("TaxPrefs", "UsingSalesTax")) {
            body.remove("TxnTaxDetail");
            return new Outcome(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        var base = afterDiscount(taxable(lines), net, discount);
        var automated = realm.prefers("TaxPrefs", "PartnerTaxEnabled");
        var sent = body.path("TxnTaxDetail");
        var code =
                automated
                        ? new TaxEngine(realm).code(body)
                        : sent.path("TxnTaxCodeRef").path("value").asText("");
        var detail = Json.object();
        var total = BigDecimal.ZERO;
        if (!code.isEmpty()) {
            detail.putObject("TxnTaxCodeRef").put("value", code);
            total = addRates(detail, code, base);
        }
        if (automated && Json.present(sent, "TotalTax") && !Json.present(sent, "TaxLine")) {
            total = sent.path("TotalTax").decimalValue();
        }
        detail.put("TotalTax", Amounts.cents(total));
        body.set("TxnTaxDetail", detail);
        return new Outcome(total, BigDecimal.ZERO);
    }

    private static BigDecimal taxable(ArrayNode lines) {
        var taxable = BigDecimal.ZERO;
        for (var line : lines) {
            if ("TAX".equals(line.at("/SalesItemLineDetail/TaxCodeRef/value").asText())) {
                taxable = taxable.add(Amounts.of(line, "Amount"));
            }
        }
        return taxable;
    }

    /// A discount lowers the taxable part in proportion.
    private static BigDecimal afterDiscount(
            BigDecimal taxable, BigDecimal net, BigDecimal discount) {
        if (discount.signum() == 0 || net.signum() == 0) {
            return taxable;
        }
        return taxable.subtract(
                discount.multiply(taxable).divide(net, 10, java.math.RoundingMode.HALF_UP));
    }

    private BigDecimal addRates(ObjectNode detail, String code, BigDecimal base) {
        var taxCode = realm.find("TaxCode", code);
        if (taxCode == null) {
            throw QuickBooksFault.badReference("TxnTaxCodeRef", "TaxCode", code);
        }
        var lines = Json.array();
        var total = TaxLines.onSales(realm).add(taxCode, base, lines);
        if (!lines.isEmpty()) {
            detail.set("TaxLine", lines);
        }
        return total;
    }
}
