package io.tieout.writeback.quickbooks;

import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which entries of the books' lists an effect refers to. Tax codes are left out: in the USA their
/// ids are words that no query knows. Pure.
final class References {
    private final Map<EntityType, Set<String>> ids = new EnumMap<>(EntityType.class);

    private References() {}

    static Map<EntityType, List<String>> of(Effect effect) {
        References found = new References();
        switch (effect) {
            case CreateInvoice invoice -> found.invoice(invoice);
            case CreateBill bill -> {
                found.add(EntityType.VENDOR, bill.vendorId());
                found.add(EntityType.TERM, bill.termId());
                found.add(EntityType.DEPARTMENT, bill.departmentId());
                bill.lines().forEach(found::spend);
            }
            case CreatePurchaseOrder order -> {
                found.add(EntityType.VENDOR, order.vendorId());
                found.add(EntityType.ACCOUNT, order.payablesAccountId());
                order.lines().forEach(found::spend);
            }
            case CreateJournalEntry entry -> entry.lines().forEach(found::posting);
            case CreateTimeActivity time -> found.time(time);
            case RecategoriseLine line -> found.add(EntityType.ACCOUNT, line.toAccountId());
            case VoidInvoice _, UpdateRows _, AddRows _, AddComment _, SendMail _ -> {
                // names nothing but what it is about
            }
        }
        Map<EntityType, List<String>> all = new EnumMap<>(EntityType.class);
        found.ids.forEach((type, of) -> all.put(type, List.copyOf(of)));
        return all;
    }

    private void invoice(CreateInvoice invoice) {
        add(EntityType.CUSTOMER, invoice.customerId());
        add(EntityType.TERM, invoice.termId());
        add(EntityType.DEPARTMENT, invoice.departmentId());
        for (InvoiceLine line : invoice.lines()) {
            add(EntityType.ITEM, line.itemId());
            add(EntityType.CLASS, line.classId());
        }
    }

    private void spend(SpendLine line) {
        add(EntityType.ACCOUNT, line.accountId());
        add(EntityType.ITEM, line.itemId());
        add(EntityType.CLASS, line.classId());
        add(EntityType.CUSTOMER, line.customerId());
    }

    private void posting(PostingLine line) {
        add(EntityType.ACCOUNT, line.accountId());
        add(EntityType.CLASS, line.classId());
        add(EntityType.DEPARTMENT, line.departmentId());
        add(EntityType.CUSTOMER, line.customerId());
        add(EntityType.VENDOR, line.vendorId());
    }

    private void time(CreateTimeActivity time) {
        add(EntityType.VENDOR, time.vendorId());
        add(EntityType.ITEM, time.itemId());
        add(EntityType.CUSTOMER, time.customerId());
        add(EntityType.CLASS, time.classId());
        add(EntityType.DEPARTMENT, time.departmentId());
    }

    private void add(EntityType type, @Nullable EntityId id) {
        if (id != null) {
            ids.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(id.value());
        }
    }
}
