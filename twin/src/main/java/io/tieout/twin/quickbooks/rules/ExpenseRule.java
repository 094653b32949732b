package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;
import java.util.Optional;

/// Adds up the lines of what a company buys, with their tax outside the USA, and holds billable
/// lines to a customer: 6310.
final class ExpenseRule implements Rule {
    @Override
    public void apply(Draft draft) {
        var tax = Tax.onPurchases(draft.realm());
        var net = BigDecimal.ZERO;
        for (var line : draft.body().path("Line")) {
            var detail = (ObjectNode) line.path(line.path("DetailType").asText());
            Amounts.mustMultiply(line, detail);
            checkBillable(draft.realm(), detail);
            tax.ifPresent(rule -> rule.checkLine(line, detail));
            net = net.add(Amounts.of(line, "Amount"));
        }
        var total = net.add(taxed(draft, tax, net));
        if (total.signum() < 0) {
            throw QuickBooksFault.validation(
                    "2290", "Negative amount", "The total of the lines is negative", "TotalAmt");
        }
        draft.body().put("TotalAmt", Amounts.cents(total));
        switch (draft.type().name()) {
            case "Bill", "VendorCredit" -> {
                draft.body().put("Balance", Amounts.cents(total));
                payable(draft);
            }
            case "PurchaseOrder" -> {
                if (!Json.filled(draft.body(), "POStatus")) {
                    draft.body().put("POStatus", "Open");
                }
            }
            default -> {}
        }
    }

    private static BigDecimal taxed(Draft draft, Optional<Tax> tax, BigDecimal net) {
        return tax.map(rule ->
                        rule.apply(
                                        draft.body(),
                                        (ArrayNode) draft.body().path("Line"),
                                        net,
                                        BigDecimal.ZERO)
                                .added())
                .orElse(BigDecimal.ZERO);
    }

    private static void checkBillable(Realm realm, ObjectNode detail) {
        if (!Json.filled(detail, "BillableStatus")) {
            detail.put("BillableStatus", "NotBillable");
        }
        if (!"Billable".equals(detail.path("BillableStatus").asText())) {
            return;
        }
        if (!realm.prefers("VendorAndPurchasesPrefs", "BillableExpenseTracking")) {
            throw QuickBooksFault.validation(
                    "5030", "Feature Not Supported Error", "Billable expense tracking is off");
        }
        if (!Json.filled(detail.path("CustomerRef"), "value")) {
            throw QuickBooksFault.validation(
                    "6310",
                    "Customer is required for a billable line",
                    "When you mark a line as billable, you must choose a customer.",
                    "CustomerRef");
        }
    }

    private static void payable(Draft draft) {
        var ref = draft.body().path("APAccountRef").path("value").asText("");
        if (ref.isEmpty()) {
            draft.realm().all("Account").stream()
                    .filter(account -> isPayable(account))
                    .findFirst()
                    .ifPresent(account ->
                            draft.body()
                                    .putObject("APAccountRef")
                                    .put("value", account.path("Id").asText())
                                    .put("name", account.path("Name").asText()));
            return;
        }
        var account = draft.realm().find("Account", ref);
        if (account != null && !isPayable(account)) {
            throw AccountRule.wrongType("APAccountRef", "Accounts Payable");
        }
    }

    private static boolean isPayable(JsonNode account) {
        return "Accounts Payable".equals(account.path("AccountType").asText());
    }
}
