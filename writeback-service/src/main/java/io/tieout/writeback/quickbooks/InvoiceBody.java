package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import org.jspecify.annotations.Nullable;

/// An invoice as QuickBooks wants it. Amounts keep their exact decimals; the document number is
/// left to QuickBooks, which must be asked for one where the company numbers by hand; the anchor
/// stands in the private note. Pure.
final class InvoiceBody {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private InvoiceBody() {}

    static ObjectNode of(CreateInvoice invoice) {
        ObjectNode body = JSON.objectNode();
        body.set("CustomerRef", reference(invoice.customerId().value()));
        body.put("TxnDate", invoice.invoiceDate().toString());
        if (Boolean.TRUE.equals(invoice.generateNumber())) {
            body.put("DocNumber", "AUTO_GENERATE");
        }
        setReference(body, "SalesTermRef", invoice.termId());
        setReference(body, "DepartmentRef", invoice.departmentId());
        body.set("CurrencyRef", reference(invoice.currency().value()));
        if (invoice.billEmail() != null) {
            body.set("BillEmail", JSON.objectNode().put("Address", invoice.billEmail()));
        }
        body.put("PrivateNote", invoice.anchor());
        var lines = body.putArray("Line");
        boolean american =
                invoice.taxCalculation() == null
                        || invoice.taxCalculation() == TaxCalculation.AUTOMATED;
        invoice.lines().forEach(line -> lines.add(line(line, american)));
        LineTaxes.setCalculation(body, invoice.taxCalculation());
        if (american && invoice.taxCodeId() != null) {
            body.set(
                    "TxnTaxDetail",
                    JSON.objectNode().set("TxnTaxCodeRef", reference(invoice.taxCodeId().value())));
        }
        return body;
    }

    /// @param american whether a line is only taxable or not; elsewhere it has a code of its own
    private static ObjectNode line(InvoiceLine line, boolean american) {
        ObjectNode detail = JSON.objectNode();
        detail.set("ItemRef", reference(line.itemId().value()));
        detail.put("Qty", line.quantity().value());
        detail.put("UnitPrice", line.unitPrice().amount());
        if (american) {
            detail.set("TaxCodeRef", reference(line.taxable() ? "TAX" : "NON"));
        } else {
            LineTaxes.setCode(detail, line.taxCodeId());
        }
        setReference(detail, "ClassRef", line.classId());
        if (line.serviceDate() != null) {
            detail.put("ServiceDate", line.serviceDate().toString());
        }
        ObjectNode node = JSON.objectNode();
        node.put("LineNum", line.number());
        node.put("DetailType", "SalesItemLineDetail");
        node.put("Amount", line.amount().amount());
        node.put("Description", line.description());
        node.set("SalesItemLineDetail", detail);
        return node;
    }

    private static void setReference(ObjectNode node, String field, @Nullable EntityId id) {
        if (id != null) {
            node.set(field, reference(id.value()));
        }
    }

    private static ObjectNode reference(String value) {
        return JSON.objectNode().put("value", value);
    }
}
