package io.tieout.invoice.documents;

import io.tieout.invoice.books.SpendLists;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.model.money.CurrencyCode;
import java.util.List;

/// All that a document is decided from.
///
/// @param rows in the order of the sheet
/// @param currencyOtherwise for books that do not say theirs
public record DocumentFacts(
        DocumentGroup group,
        List<DocumentRow> rows,
        SpendLists books,
        CurrencyCode currencyOtherwise,
        String rulesVersion) {
    public DocumentFacts {
        rows = List.copyOf(rows);
    }

    CurrencyCode currency() {
        return books.preferences() == null ? currencyOtherwise : books.preferences().homeCurrency();
    }
}
