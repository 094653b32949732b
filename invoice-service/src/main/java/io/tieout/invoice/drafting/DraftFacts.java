package io.tieout.invoice.drafting;

import io.tieout.invoice.books.BookLists;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.invoice.rules.BillingRules;
import io.tieout.model.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a draft is decided from.
///
/// @param rows in the order of the sheet
/// @param hours absent when nobody set a limit
/// @param projectManager the project's, for rows that name none
/// @param billedBefore subtotals of the group's other live drafts and invoices
/// @param zoneOtherwise for books whose company names no time zone
public record DraftFacts(
        RowGroup group,
        List<EligibleRow> rows,
        BookLists books,
        BillingRules rules,
        @Nullable ProjectHours hours,
        @Nullable String projectManager,
        List<Money> billedBefore,
        Instant now,
        ZoneId zoneOtherwise) {
    public DraftFacts {
        rows = List.copyOf(rows);
        billedBefore = List.copyOf(billedBefore);
    }

    Features features() {
        return new Features(books.preferences());
    }
}
