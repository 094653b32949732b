package io.tieout.twin.quickbooks.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.quickbooks.rules.Realm;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What the documents of a period post to accounts of the profit and loss. By cash an invoice
/// counts as far as it is paid, and a bill not at all, because these books know no bill payments.
final class Postings {
    private static final String SALE = "SalesItemLineDetail";
    private static final String DISCOUNT = "DiscountLineDetail";
    private static final String EXPENSE = "AccountBasedExpenseLineDetail";
    private static final String PURCHASED = "ItemBasedExpenseLineDetail";
    private static final String JOURNAL = "JournalEntryLineDetail";

    private final Realm realm;
    private final ReportRequest request;
    private final List<Posting> postings = new ArrayList<>();

    private Postings(Realm realm, ReportRequest request) {
        this.realm = realm;
        this.request = request;
    }

    static List<Posting> of(Realm realm, ReportRequest request) {
        var all = new Postings(realm, request);
        all.documents("Invoice", true);
        all.documents("Purchase", false);
        all.documents("JournalEntry", false);
        if (!request.cash()) {
            all.documents("Bill", false);
            all.documents("VendorCredit", true);
        }
        return List.copyOf(all.postings);
    }

    /// @param credits whether its lines are credits, as those of a sale are
    private void documents(String type, boolean credits) {
        for (var document : realm.all(type)) {
            if (request.covers(LocalDate.parse(document.path("TxnDate").asText()))) {
                var refund = document.path("Credit").asBoolean(false);
                for (var line : document.path("Line")) {
                    line(document, line, credits != refund);
                }
            }
        }
    }

    private void line(JsonNode document, JsonNode line, boolean credit) {
        var kind = line.path("DetailType").asText();
        var detail = line.path(kind);
        var owner = document.path("CustomerRef").path("value").asText("");
        switch (kind) {
            case SALE -> post(document, line, saleAccount(detail), owner, true);
            case DISCOUNT -> post(document, line, ref(detail, "DiscountAccountRef"), owner, false);
            case EXPENSE ->
                    post(
                            document,
                            line,
                            ref(detail, "AccountRef"),
                            ref(detail, "CustomerRef"),
                            credit);
            case PURCHASED ->
                    post(
                            document,
                            line,
                            ref(item(detail), "ExpenseAccountRef"),
                            ref(detail, "CustomerRef"),
                            credit);
            case JOURNAL ->
                    post(
                            document,
                            line,
                            ref(detail, "AccountRef"),
                            journalCustomer(detail),
                            "Credit".equals(detail.path("PostingType").asText()));
            default -> {
                // a subtotal or a description posts nothing
            }
        }
    }

    private void post(
            JsonNode document, JsonNode line, String account, String customer, boolean credit) {
        var known = realm.find("Account", account);
        var section = known == null ? null : Section.of(known.path("AccountType").asText());
        if (section == null) {
            return;
        }
        var amount =
                line.path("Amount")
                        .decimalValue()
                        .multiply(rate(document))
                        .multiply(share(document))
                        .setScale(2, RoundingMode.HALF_UP);
        postings.add(
                new Posting(
                        section,
                        account,
                        customer,
                        credit == section.income ? amount : amount.negate()));
    }

    private static BigDecimal rate(JsonNode document) {
        var rate = document.path("ExchangeRate");
        return rate.isNumber() ? rate.decimalValue() : BigDecimal.ONE;
    }

    /// How much of the document counts.
    private BigDecimal share(JsonNode document) {
        var total = document.path("TotalAmt").decimalValue();
        var unpaid = document.path("Balance");
        return !request.cash() || !unpaid.isNumber() || total.signum() == 0
                ? BigDecimal.ONE
                : total.subtract(unpaid.decimalValue()).divide(total, MathContext.DECIMAL64);
    }

    private String saleAccount(JsonNode detail) {
        var own = ref(detail, "ItemAccountRef");
        return own.isEmpty() ? ref(item(detail), "IncomeAccountRef") : own;
    }

    private JsonNode item(JsonNode detail) {
        var item = realm.find("Item", ref(detail, "ItemRef"));
        return item == null ? detail.path("none") : item;
    }

    private static String journalCustomer(JsonNode detail) {
        return "Customer".equals(detail.path("Entity").path("Type").asText())
                ? ref(detail.path("Entity"), "EntityRef")
                : "";
    }

    private static String ref(JsonNode holder, String field) {
        return holder.path(field).path("value").asText("");
    }
}
