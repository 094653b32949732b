package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;

/// Works out subtotal, discount, tax, total and balance of an invoice or estimate, taxed as the
/// company's country does.
final class SalesRule implements Rule {
    private static final String SALES = "SalesItemLineDetail";
    private static final String DISCOUNT = "DiscountLineDetail";

    @Override
    public void apply(Draft draft) {
        var lines = (ArrayNode) draft.body().path("Line");
        var subTotal = BigDecimal.ZERO;
        var tax = Tax.onSales(draft.realm());
        for (var line : lines) {
            if (SALES.equals(line.path("DetailType").asText())) {
                var detail = (ObjectNode) line.path(SALES);
                checkSale(line, detail);
                tax.checkLine(line, detail);
                subTotal = subTotal.add(Amounts.of(line, "Amount"));
            }
        }
        var discount = discount(lines, subTotal);
        addSubTotal(lines, Amounts.cents(subTotal));
        var taxed = tax.apply(draft.body(), lines, subTotal, discount);
        var total = Amounts.cents(subTotal.subtract(discount).add(taxed.added()));
        if (total.signum() < 0) {
            throw QuickBooksFault.business("Transaction amount must be 0 or greater.");
        }
        draft.body().put("TotalAmt", total);
        if (draft.type().name().equals("Invoice")) {
            settle(draft, total);
        } else if (!Json.filled(draft.body(), "TxnStatus")) {
            draft.body().put("TxnStatus", "Pending");
        }
        for (var field : new String[] {"EmailStatus", "PrintStatus"}) {
            if (!Json.filled(draft.body(), field)) {
                draft.body().put(field, "NotSet");
            }
        }
    }

    private static void checkSale(JsonNode line, ObjectNode detail) {
        if (!Json.filled(detail.path("ItemRef"), "value")) {
            throw QuickBooksFault.missing("Line.SalesItemLineDetail.ItemRef");
        }
        Amounts.mustMultiply(line, detail);
    }

    private static BigDecimal discount(ArrayNode lines, BigDecimal subTotal) {
        var sum = BigDecimal.ZERO;
        for (var one : lines) {
            if (DISCOUNT.equals(one.path("DetailType").asText())) {
                var line = (ObjectNode) one;
                var detail = line.path(DISCOUNT);
                if (detail.path("PercentBased").asBoolean(false)) {
                    line.put(
                            "Amount",
                            Amounts.cents(
                                    subTotal.multiply(Amounts.of(detail, "DiscountPercent"))
                                            .movePointLeft(2)));
                } else if (!Json.present(line, "Amount")) {
                    throw QuickBooksFault.missing("Line.Amount");
                }
                sum = sum.add(Amounts.of(line, "Amount"));
            }
        }
        return sum;
    }

    /// The subtotal stands after the sales lines and has no id.
    private static void addSubTotal(ArrayNode lines, BigDecimal subTotal) {
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!DISCOUNT.equals(lines.get(i).path("DetailType").asText())) {
                last = i + 1;
            }
        }
        var line = Json.object();
        line.put("Amount", subTotal);
        line.put("DetailType", "SubTotalLineDetail");
        line.putObject("SubTotalLineDetail");
        lines.insert(last, line);
    }

    private static void settle(Draft draft, BigDecimal total) {
        var applied = draft.realm().applied("Invoice", draft.text("Id"));
        if (applied.compareTo(total) > 0) {
            throw QuickBooksFault.business(
                    "The total is less than the payments applied to the invoice.");
        }
        draft.body().put("Balance", Amounts.cents(total.subtract(applied)));
    }
}
