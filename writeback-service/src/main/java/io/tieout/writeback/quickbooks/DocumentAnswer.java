package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Reads a posted document out of QuickBooks' answer. Pure.
final class DocumentAnswer {
    private DocumentAnswer() {}

    static EffectResult created(JsonNode document, CreateDocument effect) {
        String date = VendorJson.text(document, "TxnDate");
        return new EffectResult.DocumentCreated(
                effect.entityType(),
                new EntityId(document.path("Id").asText()),
                VendorJson.text(document, "DocNumber"),
                date == null ? effect.date() : LocalDate.parse(date),
                total(document, effect),
                document.path("SyncToken").asLong());
    }

    /// Time has no total of its own.
    private static Money total(JsonNode document, CreateDocument effect) {
        JsonNode total = document.path("TotalAmt");
        String currency = VendorJson.text(document.path("CurrencyRef"), "value");
        CurrencyCode code =
                currency == null ? effect.total().currency() : new CurrencyCode(currency);
        return total.isMissingNode() || total.isNull()
                ? effect.total()
                : Money.rounded(new BigDecimal(total.asText()), code, RoundingMode.HALF_UP);
    }
}
