package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.util.Map;

/// An account has a type (6010), from which its classification follows.
final class AccountRule implements Rule {
    private static final Map<String, String> CLASSIFICATION =
            Map.ofEntries(
                    Map.entry("Bank", "Asset"),
                    Map.entry("Accounts Receivable", "Asset"),
                    Map.entry("Other Current Asset", "Asset"),
                    Map.entry("Fixed Asset", "Asset"),
                    Map.entry("Other Asset", "Asset"),
                    Map.entry("Accounts Payable", "Liability"),
                    Map.entry("Credit Card", "Liability"),
                    Map.entry("Other Current Liability", "Liability"),
                    Map.entry("Long Term Liability", "Liability"),
                    Map.entry("Equity", "Equity"),
                    Map.entry("Income", "Revenue"),
                    Map.entry("Other Income", "Revenue"),
                    Map.entry("Cost of Goods Sold", "Expense"),
                    Map.entry("Expense", "Expense"),
                    Map.entry("Other Expense", "Expense"));

    @Override
    public void apply(Draft draft) {
        var body = draft.body();
        if (!Json.filled(body, "AccountType") && !Json.filled(body, "AccountSubType")) {
            throw QuickBooksFault.validation(
                    "6010",
                    "Account type is required",
                    "AccountType or AccountSubType must be given",
                    "AccountType");
        }
        var classification = CLASSIFICATION.get(draft.text("AccountType"));
        if (classification != null) {
            body.put("Classification", classification);
        }
    }

    static QuickBooksFault wrongType(String field, String wanted) {
        return QuickBooksFault.validation(
                "6430",
                "Invalid account type used",
                "Invalid account type: You need to select an account of type " + wanted,
                field);
    }
}
