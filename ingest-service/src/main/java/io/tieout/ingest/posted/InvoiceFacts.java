package io.tieout.ingest.posted;

import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult.InvoiceCreated;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What counts in an invoice. Mailing, printing and paying it change nothing of this.
record InvoiceFacts(
        @Nullable String number,
        @Nullable EntityId customerId,
        LocalDate date,
        @Nullable Money total,
        List<Line> lines) {
    InvoiceFacts {
        lines = List.copyOf(lines);
    }

    /// One line with an amount.
    record Line(String description, Money amount) {}

    /// As it was posted: total and date are QuickBooks' own.
    static InvoiceFacts posted(CreateInvoice invoice, InvoiceCreated created) {
        return new InvoiceFacts(
                created.number(),
                invoice.customerId(),
                created.date(),
                created.total(),
                invoice.lines().stream()
                        .map(line -> new Line(line.description(), line.amount()))
                        .toList());
    }

    /// As it is now.
    static InvoiceFacts seen(Entity.Transaction document) {
        return new InvoiceFacts(
                document.documentNumber(),
                document.counterpartyId(),
                document.date(),
                document.total(),
                document.lines().stream()
                        .map(line ->
                                new Line(
                                        line.description() == null ? "" : line.description(),
                                        line.amount()))
                        .toList());
    }
}
