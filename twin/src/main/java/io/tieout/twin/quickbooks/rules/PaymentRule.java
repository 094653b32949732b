package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.math.BigDecimal;

/// A payment settles open invoices of its customer, never more than is owed or was paid.
final class PaymentRule implements Rule {
    @Override
    public void apply(Draft draft) {
        var total = Amounts.of(draft.body(), "TotalAmt");
        if (total.signum() < 0) {
            throw QuickBooksFault.validation(
                    "2290", "Negative amount", "TotalAmt must not be negative", "TotalAmt");
        }
        var applied = BigDecimal.ZERO;
        for (var line : draft.body().path("Line")) {
            var amount = Amounts.of(line, "Amount");
            for (var link : line.path("LinkedTxn")) {
                if ("Invoice".equals(link.path("TxnType").asText())) {
                    checkInvoice(draft, link, amount);
                }
            }
            applied = applied.add(amount);
        }
        if (applied.compareTo(total) > 0) {
            throw QuickBooksFault.business("The lines add up to more than the payment.");
        }
        draft.body().put("UnappliedAmt", Amounts.cents(total.subtract(applied)));
    }

    private static void checkInvoice(Draft draft, JsonNode link, BigDecimal amount) {
        var id = link.path("TxnId").asText();
        var invoice = draft.realm().find("Invoice", id);
        if (invoice == null) {
            throw QuickBooksFault.badReference("TxnId", "Invoice", id);
        }
        if (!ownedBy(draft, invoice)) {
            throw QuickBooksFault.business("The invoice belongs to another customer.");
        }
        var open = Amounts.of(invoice, "Balance").add(alreadyOurs(draft, id));
        if (amount.compareTo(open) > 0) {
            throw QuickBooksFault.business("The payment is more than the invoice's balance.");
        }
    }

    private static BigDecimal alreadyOurs(Draft draft, String invoiceId) {
        var sum = BigDecimal.ZERO;
        var before = draft.before();
        if (before == null) {
            return sum;
        }
        for (var line : before.path("Line")) {
            for (var link : line.path("LinkedTxn")) {
                if (invoiceId.equals(link.path("TxnId").asText())) {
                    sum = sum.add(Amounts.of(line, "Amount"));
                }
            }
        }
        return sum;
    }

    private static boolean ownedBy(Draft draft, JsonNode invoice) {
        var payer = draft.body().path("CustomerRef").path("value").asText();
        var id = invoice.path("CustomerRef").path("value").asText();
        for (int level = 0; level < 5 && !id.isEmpty(); level++) {
            if (id.equals(payer)) {
                return true;
            }
            var customer = draft.realm().find("Customer", id);
            id =
                    customer == null || !Json.present(customer, "ParentRef")
                            ? ""
                            : customer.path("ParentRef").path("value").asText("");
        }
        return false;
    }
}
