package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Carries a change over to the documents that hang on it: balances, closed estimates, closed
/// purchase orders.
final class Links {
    /// Hears of documents that changed along with another.
    interface Listener {
        void changed(Realm realm, String type, ObjectNode body);
    }

    private final Consumer<ObjectNode> touch;
    private final Listener listener;

    Links(Consumer<ObjectNode> touch, Listener listener) {
        this.touch = touch;
        this.listener = listener;
    }

    void created(Realm realm, EntityType type, ObjectNode body) {
        switch (type.name()) {
            case "Invoice" -> {
                close(realm, body, "Estimate", "TxnStatus", "Invoice");
                refreshOwed(realm, body);
            }
            case "Bill" -> {
                close(realm, body, "PurchaseOrder", "POStatus", "Bill");
                refreshOwed(realm, body);
            }
            case "Payment" -> settle(realm, invoicesOf(body));
            default -> {}
        }
    }

    void changed(Realm realm, EntityType type, ObjectNode before, ObjectNode body) {
        switch (type.name()) {
            case "Invoice", "Bill" -> {
                refreshOwed(realm, before);
                refreshOwed(realm, body);
            }
            case "Payment" -> {
                var invoices = invoicesOf(before);
                invoices.addAll(invoicesOf(body));
                settle(realm, invoices);
            }
            default -> {}
        }
    }

    void deleted(Realm realm, EntityType type, ObjectNode before) {
        switch (type.name()) {
            case "Invoice", "Bill" -> refreshOwed(realm, before);
            case "Payment" -> settle(realm, invoicesOf(before));
            default -> {}
        }
    }

    /// Only open documents are closed; a closed or rejected one is silently left alone.
    private void close(
            Realm realm, ObjectNode body, String target, String statusField, String ownType) {
        for (var link : body.path("LinkedTxn")) {
            var other =
                    target.equals(link.path("TxnType").asText())
                            ? realm.find(target, link.path("TxnId").asText())
                            : null;
            if (other != null && !closed(other.path(statusField).asText())) {
                other.put(statusField, "Closed");
                link(other, ownType, body.path("Id").asText());
                bump(other);
                listener.changed(realm, target, other);
            }
        }
    }

    private static boolean closed(String status) {
        return status.equals("Closed") || status.equals("Rejected");
    }

    private static Set<String> invoicesOf(ObjectNode payment) {
        Set<String> ids = new HashSet<>();
        for (var line : payment.path("Line")) {
            for (var link : line.path("LinkedTxn")) {
                if ("Invoice".equals(link.path("TxnType").asText())) {
                    ids.add(link.path("TxnId").asText());
                }
            }
        }
        return ids;
    }

    private void settle(Realm realm, Set<String> invoices) {
        for (var id : invoices) {
            var invoice = realm.find("Invoice", id);
            if (invoice == null) {
                continue;
            }
            var total = invoice.path("TotalAmt").decimalValue();
            invoice.put("Balance", total.subtract(realm.applied("Invoice", id)));
            unlink(invoice, "Payment");
            for (var payment : realm.all("Payment")) {
                if (invoicesOf(payment).contains(id)) {
                    link(invoice, "Payment", payment.path("Id").asText());
                }
            }
            bump(invoice);
            listener.changed(realm, "Invoice", invoice);
            refreshOwed(realm, invoice);
        }
    }

    private static void link(ObjectNode body, String type, String id) {
        var links =
                body.path("LinkedTxn") instanceof ArrayNode known
                        ? known
                        : body.putArray("LinkedTxn");
        links.addObject().put("TxnId", id).put("TxnType", type);
    }

    private static void unlink(ObjectNode body, String type) {
        if (body.path("LinkedTxn") instanceof ArrayNode links) {
            for (int i = links.size() - 1; i >= 0; i--) {
                if (type.equals(links.get(i).path("TxnType").asText())) {
                    links.remove(i);
                }
            }
        }
    }

    private void bump(ObjectNode body) {
        body.put("SyncToken", Ledger.next(body));
        touch.accept(body);
    }

    /// What a customer owes or a vendor is owed: shown on the list entry, without a new SyncToken.
    private static void refreshOwed(Realm realm, JsonNode txn) {
        refresh(realm, txn, "Invoice", "Customer");
        refresh(realm, txn, "Bill", "Vendor");
    }

    private static void refresh(Realm realm, JsonNode txn, String document, String party) {
        var id = txn.path(party + "Ref").path("value").asText("");
        var owner = realm.find(party, id);
        if (owner == null || !Json.present(txn, party + "Ref")) {
            return;
        }
        var sum = BigDecimal.ZERO;
        for (var one : realm.all(document)) {
            if (id.equals(one.path(party + "Ref").path("value").asText())) {
                sum = sum.add(one.path("Balance").decimalValue());
            }
        }
        owner.put("Balance", sum);
    }
}
