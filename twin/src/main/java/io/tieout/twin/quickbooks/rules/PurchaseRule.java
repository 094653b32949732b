package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// A card charge is booked on a card account and everything else on a bank account: 6430; the payee
/// exists.
final class PurchaseRule implements Rule {
    @Override
    public void apply(Draft draft) {
        var account =
                draft.realm()
                        .find("Account", draft.body().path("AccountRef").path("value").asText(""));
        var wanted = "CreditCard".equals(draft.text("PaymentType")) ? "Credit Card" : "Bank";
        if (account != null && !wanted.equals(account.path("AccountType").asText())) {
            throw AccountRule.wrongType("AccountRef", wanted);
        }
        var payee = draft.body().path("EntityRef");
        if (Json.filled(payee, "value")) {
            var type = payee.path("type").asText("Vendor");
            var id = payee.path("value").asText();
            if (draft.realm().find(type, id) == null) {
                throw QuickBooksFault.badReference("EntityRef", type, id);
            }
        }
    }
}
