package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads an invoice out of QuickBooks' answer: its number, total and tax are the truth. Pure.
final class InvoiceAnswer {
    private InvoiceAnswer() {}

    static EffectResult created(JsonNode invoice, CreateInvoice effect) {
        String currency = VendorJson.text(invoice.path("CurrencyRef"), "value");
        CurrencyCode code = currency == null ? effect.currency() : new CurrencyCode(currency);
        String date = VendorJson.text(invoice, "TxnDate");
        Money total = money(invoice.path("TotalAmt"), code);
        return new EffectResult.InvoiceCreated(
                id(invoice),
                VendorJson.text(invoice, "DocNumber"),
                date == null ? effect.invoiceDate() : LocalDate.parse(date),
                total == null ? effect.estimatedTotal() : total,
                money(invoice.path("TxnTaxDetail").path("TotalTax"), code),
                syncToken(invoice));
    }

    static EffectResult voided(JsonNode invoice, VoidInvoice effect) {
        return new EffectResult.InvoiceVoided(effect.invoiceId(), syncToken(invoice));
    }

    /// A void invoice keeps its id, comes to zero, and says so in its private note.
    static boolean isVoid(JsonNode invoice) {
        String note = VendorJson.text(invoice, "PrivateNote");
        return note != null
                && note.contains("Voided")
                && invoice.path("TotalAmt").decimalValue().signum() == 0;
    }

    static boolean isInvoice(JsonNode invoice) {
        return VendorJson.text(invoice, "Id") != null;
    }

    private static EntityId id(JsonNode invoice) {
        return new EntityId(invoice.path("Id").asText());
    }

    private static long syncToken(JsonNode invoice) {
        return invoice.path("SyncToken").asLong();
    }

    private static @Nullable Money money(JsonNode amount, CurrencyCode currency) {
        if (amount.isMissingNode() || amount.isNull()) {
            return null;
        }
        return Money.rounded(new BigDecimal(amount.asText()), currency, RoundingMode.HALF_UP);
    }
}
