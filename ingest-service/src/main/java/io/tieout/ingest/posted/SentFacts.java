package io.tieout.ingest.posted;

import io.tieout.ingest.posted.PostedFacts.Fact;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.EffectResult.DocumentCreated;
import io.tieout.model.effect.EffectResult.InvoiceCreated;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.SpendLine;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// What we sent of a document, with QuickBooks' own number, date and total: for as long as the
/// document has not been seen as it was stored. What we left to QuickBooks is not known. Pure.
final class SentFacts {
    private SentFacts() {}

    static PostedFacts of(CreateInvoice invoice, InvoiceCreated created) {
        Facts head =
                new Facts()
                        .id(Facts.CUSTOMER, invoice.customerId())
                        .text(Facts.DATE, created.date().toString())
                        .id(Facts.TERMS, invoice.termId())
                        .id(Facts.DEPARTMENT, invoice.departmentId())
                        .money(Facts.TOTAL, created.total());
        return new PostedFacts(
                created.number(),
                head.all(),
                invoice.lines().stream().map(SentFacts::line).toList());
    }

    private static Map<String, Fact> line(InvoiceLine line) {
        return new Facts()
                .money(Facts.AMOUNT, line.amount())
                .text(Facts.WORDS, line.description())
                .id(Facts.ITEM, line.itemId())
                .id(Facts.CLASS, line.classId())
                .id(Facts.TAX_CODE, line.taxCodeId())
                .all();
    }

    static PostedFacts of(CreateDocument document, DocumentCreated created) {
        Facts head = new Facts().text(Facts.DATE, created.date().toString());
        return new PostedFacts(
                created.number(),
                switch (document) {
                    case CreateBill bill ->
                            head.id(Facts.VENDOR, bill.vendorId())
                                    .id(Facts.TERMS, bill.termId())
                                    .id(Facts.DEPARTMENT, bill.departmentId())
                                    .money(Facts.TOTAL, created.total())
                                    .all();
                    case CreatePurchaseOrder order ->
                            head.id(Facts.VENDOR, order.vendorId())
                                    .id(Facts.PAYABLES, order.payablesAccountId())
                                    .money(Facts.TOTAL, created.total())
                                    .all();
                    case CreateJournalEntry _ -> head.all();
                    case CreateTimeActivity time -> time(head, time);
                },
                lines(document));
    }

    private static Map<String, Fact> time(Facts head, CreateTimeActivity time) {
        return head.id(Facts.VENDOR, time.vendorId())
                .id(Facts.CUSTOMER, time.customerId())
                .number(Facts.HOURS, time.hours().value().setScale(2, RoundingMode.HALF_UP))
                .id(Facts.ITEM, time.itemId())
                .id(Facts.CLASS, time.classId())
                .id(Facts.DEPARTMENT, time.departmentId())
                .all();
    }

    private static List<Map<String, Fact>> lines(CreateDocument document) {
        return switch (document) {
            case CreateBill bill -> bill.lines().stream().map(SentFacts::line).toList();
            case CreatePurchaseOrder order -> order.lines().stream().map(SentFacts::line).toList();
            case CreateJournalEntry entry -> entry.lines().stream().map(SentFacts::line).toList();
            case CreateTimeActivity _ -> List.of();
        };
    }

    private static Map<String, Fact> line(SpendLine line) {
        return new Facts()
                .money(Facts.AMOUNT, line.amount())
                .text(Facts.WORDS, line.description())
                .id(Facts.ITEM, line.itemId())
                .id(Facts.ACCOUNT, line.accountId())
                .id(Facts.CLASS, line.classId())
                .id(Facts.CUSTOMER, line.customerId())
                .id(Facts.TAX_CODE, line.taxCodeId())
                .all();
    }

    private static Map<String, Fact> line(PostingLine line) {
        return new Facts()
                .money(Facts.AMOUNT, line.amount())
                .text(Facts.WORDS, line.description())
                .id(Facts.ACCOUNT, line.accountId())
                .id(Facts.CLASS, line.classId())
                .id(Facts.DEPARTMENT, line.departmentId())
                .text(Facts.POSTING, line.side() == PostingLine.Side.DEBIT ? "Debit" : "Credit")
                .all();
    }
}
