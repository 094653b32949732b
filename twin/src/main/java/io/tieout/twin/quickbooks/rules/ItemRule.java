package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// What is sold has an income account, what is stocked has its three accounts and a start.
final class ItemRule implements Rule {
    @Override
    public void apply(Draft draft) {
        var body = draft.body();
        var type = body.path("Type").asText();
        if (type.equals("Category") || type.equals("Group")) {
            return;
        }
        needs(body, "IncomeAccountRef");
        mustBe(draft, "IncomeAccountRef", "Income", "Other Income");
        if (type.equals("Inventory")) {
            needs(body, "ExpenseAccountRef");
            needs(body, "AssetAccountRef");
            needs(body, "QtyOnHand");
            needs(body, "InvStartDate");
            mustBe(draft, "ExpenseAccountRef", "Cost of Goods Sold", "Cost of Goods Sold");
        }
    }

    private static void needs(ObjectNode body, String field) {
        if (!Json.present(body, field)) {
            throw QuickBooksFault.missing(field);
        }
    }

    private static void mustBe(Draft draft, String field, String type, String orType) {
        var account =
                draft.realm().find("Account", draft.body().path(field).path("value").asText(""));
        var kind = account == null ? "" : account.path("AccountType").asText();
        if (account != null && !kind.equals(type) && !kind.equals(orType)) {
            throw AccountRule.wrongType(field, type);
        }
    }
}
