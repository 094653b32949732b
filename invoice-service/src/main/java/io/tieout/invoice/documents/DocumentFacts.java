package io.tieout.invoice.documents;

import io.tieout.invoice.books.SpendLists;
import io.tieout.invoice.drafting.Features;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.invoice.rules.BillingRules;
import io.tieout.model.money.CurrencyCode;
import java.util.List;

/// All that a document is decided from.
///
/// @param rows in the order of the sheet
public record DocumentFacts(
        DocumentGroup group, List<DocumentRow> rows, SpendLists books, BillingRules rules) {
    public DocumentFacts {
        rows = List.copyOf(rows);
    }

    Features features() {
        return new Features(books.preferences());
    }

    CurrencyCode currency() {
        return books.preferences() == null ? rules.currency() : books.preferences().homeCurrency();
    }
}
