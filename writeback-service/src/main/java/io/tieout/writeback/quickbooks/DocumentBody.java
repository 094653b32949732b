package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A document as QuickBooks wants it. The anchor stands in the private note; time has none, so its
/// description ends with it. Pure.
final class DocumentBody {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal MINUTES = new BigDecimal(60);

    private DocumentBody() {}

    static ObjectNode of(CreateDocument document) {
        return switch (document) {
            case CreateBill bill -> bill(bill);
            case CreatePurchaseOrder order -> order(order);
            case CreateJournalEntry entry -> entry(entry);
            case CreateTimeActivity time -> time(time);
        };
    }

    private static ObjectNode head(CreateDocument document, CurrencyCode currency) {
        ObjectNode body = JSON.objectNode();
        body.put("TxnDate", document.date().toString());
        body.set("CurrencyRef", reference(currency.value()));
        body.put("PrivateNote", document.anchor());
        return body;
    }

    private static ObjectNode bill(CreateBill bill) {
        ObjectNode body = head(bill, bill.currency());
        setReference(body, "VendorRef", bill.vendorId());
        setReference(body, "SalesTermRef", bill.termId());
        setReference(body, "DepartmentRef", bill.departmentId());
        if (bill.number() != null) {
            body.put("DocNumber", bill.number());
        }
        var lines = body.putArray("Line");
        bill.lines().forEach(line -> lines.add(spend(line)));
        LineTaxes.setCalculation(body, bill.taxCalculation());
        return body;
    }

    private static ObjectNode order(CreatePurchaseOrder order) {
        ObjectNode body = head(order, order.currency());
        setReference(body, "VendorRef", order.vendorId());
        setReference(body, "APAccountRef", order.payablesAccountId());
        var lines = body.putArray("Line");
        order.lines().forEach(line -> lines.add(spend(line)));
        LineTaxes.setCalculation(body, order.taxCalculation());
        return body;
    }

    private static ObjectNode spend(SpendLine line) {
        ObjectNode detail = JSON.objectNode();
        if (line.itemId() != null) {
            setReference(detail, "ItemRef", line.itemId());
            if (line.quantity() != null && line.unitPrice() != null) {
                detail.put("Qty", line.quantity().value());
                detail.put("UnitPrice", line.unitPrice().amount());
            }
        } else {
            setReference(detail, "AccountRef", line.accountId());
        }
        setReference(detail, "ClassRef", line.classId());
        setReference(detail, "CustomerRef", line.customerId());
        LineTaxes.setCode(detail, line.taxCodeId());
        if (line.customerId() != null) {
            detail.put("BillableStatus", line.billable() ? "Billable" : "NotBillable");
        }
        String type =
                line.itemId() == null
                        ? "AccountBasedExpenseLineDetail"
                        : "ItemBasedExpenseLineDetail";
        ObjectNode node = JSON.objectNode();
        node.put("LineNum", line.number());
        node.put("DetailType", type);
        node.put("Amount", line.amount().amount());
        node.put("Description", line.description());
        node.set(type, detail);
        return node;
    }

    private static ObjectNode entry(CreateJournalEntry entry) {
        ObjectNode body = head(entry, entry.currency());
        if (entry.number() != null) {
            body.put("DocNumber", entry.number());
        }
        var lines = body.putArray("Line");
        for (PostingLine line : entry.lines()) {
            ObjectNode detail = JSON.objectNode();
            detail.put("PostingType", line.side() == PostingLine.Side.DEBIT ? "Debit" : "Credit");
            setReference(detail, "AccountRef", line.accountId());
            setReference(detail, "ClassRef", line.classId());
            setReference(detail, "DepartmentRef", line.departmentId());
            if (line.customerId() != null) {
                detail.set("Entity", entity("Customer", line.customerId()));
            } else if (line.vendorId() != null) {
                detail.set("Entity", entity("Vendor", line.vendorId()));
            }
            ObjectNode node = lines.addObject();
            node.put("LineNum", line.number());
            node.put("DetailType", "JournalEntryLineDetail");
            node.put("Amount", line.amount().amount());
            node.put("Description", line.description());
            node.set("JournalEntryLineDetail", detail);
        }
        return body;
    }

    private static ObjectNode entity(String type, EntityId id) {
        ObjectNode entity = JSON.objectNode().put("Type", type);
        entity.set("EntityRef", reference(id.value()));
        return entity;
    }

    private static ObjectNode time(CreateTimeActivity time) {
        BigDecimal minutes =
                time.hours().value().multiply(MINUTES).setScale(0, RoundingMode.HALF_UP);
        BigDecimal[] hours = minutes.divideAndRemainder(MINUTES);
        ObjectNode body = JSON.objectNode();
        body.put("TxnDate", time.date().toString());
        body.put("NameOf", "Vendor");
        setReference(body, "VendorRef", time.vendorId());
        setReference(body, "ItemRef", time.itemId());
        setReference(body, "CustomerRef", time.customerId());
        setReference(body, "ClassRef", time.classId());
        setReference(body, "DepartmentRef", time.departmentId());
        body.put("BillableStatus", time.billable() ? "Billable" : "NotBillable");
        if (time.hourlyRate() != null) {
            body.put("HourlyRate", time.hourlyRate().amount());
        }
        body.put("Hours", hours[0].intValueExact());
        body.put("Minutes", hours[1].intValueExact());
        body.put("Description", Wording.description(time.description(), time.anchor()));
        return body;
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
