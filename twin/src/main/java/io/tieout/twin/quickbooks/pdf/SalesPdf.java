package io.tieout.twin.quickbooks.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;

/// An invoice or estimate on letter paper: who, what, how much.
public final class SalesPdf {
    private static final int LEFT = 54;
    private static final int RIGHT = 470;
    private static final int DESCRIPTION_MAX = 78;

    private final Pdf pdf = new Pdf();
    private double y;

    private SalesPdf() {}

    public static byte[] of(String title, JsonNode txn, JsonNode company) {
        var paper = new SalesPdf();
        paper.head(title, txn, company);
        for (var line : txn.path("Line")) {
            paper.line(line);
        }
        paper.totals(txn);
        return paper.pdf.bytes();
    }

    private void head(String title, JsonNode txn, JsonNode company) {
        newPage();
        row(18, true, company.path("CompanyName").asText("Company"), "");
        row(14, true, title + " " + txn.path("DocNumber").asText(""), "");
        row(10, false, "Bill to: " + txn.path("CustomerRef").path("name").asText(""), "");
        row(10, false, "Date: " + txn.path("TxnDate").asText(""), "");
        row(10, false, "Due: " + txn.path("DueDate").asText(""), "");
        y -= 10;
        pdf.line(LEFT, y + 14, 558, y + 14);
    }

    private void line(JsonNode line) {
        if (y < 110) {
            newPage();
        }
        var detail = line.path("SalesItemLineDetail");
        if (line.path("DetailType").asText().equals("SubTotalLineDetail")) {
            row(10, true, "Subtotal", amount(line.path("Amount")));
            return;
        }
        row(
                10,
                true,
                detail.path("ItemRef").path("name").asText(line.path("DetailType").asText()),
                amount(line.path("Amount")));
        var text = line.path("Description").asText("");
        for (int from = 0; from < text.length() && y > 60; from += DESCRIPTION_MAX) {
            row(
                    9,
                    false,
                    text.substring(from, Math.min(text.length(), from + DESCRIPTION_MAX)),
                    "");
        }
        if (detail.has("Qty") && detail.has("UnitPrice")) {
            row(
                    9,
                    false,
                    detail.path("Qty").asText() + " x " + detail.path("UnitPrice").asText(),
                    "");
        }
    }

    private void totals(JsonNode txn) {
        pdf.line(LEFT, y + 12, 558, y + 12);
        row(10, false, "Tax", amount(txn.path("TxnTaxDetail").path("TotalTax")));
        var currency = txn.path("CurrencyRef").path("value").asText("USD");
        row(12, true, "Total " + currency, amount(txn.path("TotalAmt")));
        if (txn.has("Balance")) {
            row(12, true, "Balance due", amount(txn.path("Balance")));
        }
    }

    private static String amount(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString()
                : "0.00";
    }

    private void newPage() {
        pdf.page();
        y = 730;
    }

    private void row(int size, boolean bold, String left, String right) {
        pdf.text(LEFT, y, size, bold, left);
        if (!right.isEmpty()) {
            pdf.text(RIGHT, y, size, bold, right);
        }
        y -= size + 6;
    }
}
