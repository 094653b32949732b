package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.quickbooks.Select;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Finds a document again by what we put into it. QuickBooks searches by customer and date; the
/// private note, which it cannot search, is compared here. Pure.
final class AnchorSearch {
    private AnchorSearch() {}

    static Select query(CreateInvoice invoice) {
        return Select.from(EntityType.INVOICE)
                .where("CustomerRef", "=", invoice.customerId().value())
                .where("TxnDate", "=", invoice.invoiceDate().toString());
    }

    static Select query(CreateDocument document) {
        Select ofDay =
                Select.from(document.entityType())
                        .where("TxnDate", "=", document.date().toString());
        return switch (document) {
            case CreateBill bill -> ofDay.where("VendorRef", "=", bill.vendorId().value());
            case CreatePurchaseOrder order ->
                    ofDay.where("VendorRef", "=", order.vendorId().value());
            case CreateTimeActivity time -> ofDay.where("VendorRef", "=", time.vendorId().value());
            case CreateJournalEntry _ -> ofDay;
        };
    }

    /// The oldest one with this anchor. Time has no private note: its description carries it.
    static Optional<ObjectNode> find(CreateDocument document, List<ObjectNode> candidates) {
        return candidates.stream()
                .filter(candidate ->
                        carries(candidate, document.anchor())
                                || Objects.requireNonNullElse(
                                                VendorJson.text(candidate, "Description"), "")
                                        .contains(document.anchor()))
                .min(Comparator.comparingLong(candidate -> candidate.path("Id").asLong()));
    }

    /// The one invoice with this anchor. Should there be several, the one whose total is nearest to
    /// what was meant, then the oldest.
    static Optional<ObjectNode> find(CreateInvoice invoice, List<ObjectNode> invoices) {
        BigDecimal meant = invoice.estimatedTotal().amount();
        return invoices.stream()
                .filter(candidate -> carries(candidate, invoice.anchor()))
                .min(
                        Comparator.comparing((ObjectNode candidate) ->
                                        candidate
                                                .path("TotalAmt")
                                                .decimalValue()
                                                .subtract(meant)
                                                .abs())
                                .thenComparingLong(candidate -> candidate.path("Id").asLong()));
    }

    private static boolean carries(JsonNode invoice, String anchor) {
        String note = VendorJson.text(invoice, "PrivateNote");
        return note != null && note.contains(anchor);
    }
}
