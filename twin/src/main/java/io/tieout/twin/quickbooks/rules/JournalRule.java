package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;
import java.util.Set;

/// Debits equal credits (2300), each line says which it is (2260), none is negative (2290),
/// receivables and payables name whose.
final class JournalRule implements Rule {
    private static final String DETAIL = "JournalEntryLineDetail";
    private static final Set<String> NEEDS_ENTITY =
            Set.of("Accounts Receivable", "Accounts Payable");

    @Override
    public void apply(Draft draft) {
        var debits = BigDecimal.ZERO;
        var credits = BigDecimal.ZERO;
        for (var line : draft.body().path("Line")) {
            if (DETAIL.equals(line.path("DetailType").asText())) {
                check(draft.realm(), line);
                var amount = Amounts.of(line, "Amount");
                if ("Debit".equals(line.path(DETAIL).path("PostingType").asText())) {
                    debits = debits.add(amount);
                } else {
                    credits = credits.add(amount);
                }
            }
        }
        if (debits.compareTo(credits) != 0) {
            throw QuickBooksFault.validation(
                    "2300",
                    "Total Credit does not match Total Debit",
                    "Debits are " + debits + " and credits are " + credits);
        }
        draft.body().put("TotalAmt", Amounts.cents(debits));
    }

    private static void check(Realm realm, JsonNode line) {
        var detail = line.path(DETAIL);
        if (!Json.filled(detail, "PostingType")) {
            throw QuickBooksFault.validation(
                    "2260",
                    "Posting type is missing",
                    "A line of a journal entry needs PostingType Debit or Credit",
                    "PostingType");
        }
        if (Amounts.of(line, "Amount").signum() < 0) {
            throw QuickBooksFault.validation(
                    "2290", "Negative amount", "Amount must not be negative", "Amount");
        }
        if (!Json.filled(detail.path("AccountRef"), "value")) {
            throw QuickBooksFault.missing("AccountRef");
        }
        var account = realm.find("Account", detail.path("AccountRef").path("value").asText());
        var kind = account == null ? "" : account.path("AccountType").asText();
        var entity = detail.path("Entity");
        if (NEEDS_ENTITY.contains(kind) && !Json.filled(entity.path("EntityRef"), "value")) {
            throw QuickBooksFault.business(
                    "When you use " + kind + ", you must choose a customer or vendor.");
        }
        if (Json.filled(entity.path("EntityRef"), "value")) {
            var type = entity.path("Type").asText();
            var id = entity.path("EntityRef").path("value").asText();
            if (realm.find(type, id) == null) {
                throw QuickBooksFault.badReference("EntityRef", type, id);
            }
        }
    }
}
