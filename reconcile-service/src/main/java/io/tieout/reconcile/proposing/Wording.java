package io.tieout.reconcile.proposing;

import io.tieout.model.smartsheet.CostFields;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.MatchOutcome;
import java.util.List;
import java.util.stream.Collectors;

/// Says what the books say about a cost row, in the words of the sheet. Pure.
final class Wording {
    static final String MATCHED = "Matched";
    static final String MISSING = "Missing in QB";

    private static final int DOCUMENTS_NAMED_MAX = 3;

    private Wording() {}

    static Cells of(CostFields row, MatchOutcome outcome) {
        return switch (outcome) {
            case MatchOutcome.Matched(BookDocument document) ->
                    new Cells(MATCHED, document.words());
            case MatchOutcome.Missing _ -> new Cells(MISSING, missing(row));
            case MatchOutcome.Undecided(List<BookDocument> documents) ->
                    new Cells("", undecided(documents));
            case MatchOutcome.Incomplete _ -> Cells.EMPTY;
        };
    }

    private static String missing(CostFields row) {
        String number = row.documentNumber() == null ? "" : " with number " + row.documentNumber();
        String amount = row.amount() == null ? "" : " over " + row.amount().readable();
        return "QuickBooks has no bill, expense or credit of %s%s%s"
                .formatted(row.vendor(), amount, number);
    }

    private static String undecided(List<BookDocument> documents) {
        String named =
                documents.stream()
                        .limit(DOCUMENTS_NAMED_MAX)
                        .map(BookDocument::words)
                        .collect(Collectors.joining("; "));
        return "Several rows or documents fit: %s. The document number decides.".formatted(named);
    }
}
