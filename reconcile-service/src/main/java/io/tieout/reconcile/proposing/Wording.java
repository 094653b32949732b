package io.tieout.reconcile.proposing;

import io.tieout.model.smartsheet.CostFields;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.MatchOutcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says what the books say about a cost row, in the words of the sheet. Pure.
final class Wording {
    static final String MATCHED = "Matched";
    static final String MISSING = "Missing in QB";
    static final String REVIEW = "Variance - Review";

    private static final int DOCUMENTS_NAMED_MAX = 3;

    private Wording() {}

    static Cells of(CostFields row, MatchOutcome outcome) {
        return switch (outcome) {
            case MatchOutcome.Matched(List<BookDocument> documents) ->
                    new Cells(MATCHED, named(documents));
            case MatchOutcome.Review review -> new Cells(REVIEW, review(review));
            case MatchOutcome.Missing _ -> new Cells(MISSING, missing(row));
            case MatchOutcome.Undecided(List<BookDocument> documents) ->
                    new Cells(
                            REVIEW,
                            "Several rows or documents fit: %s. The document number decides."
                                    .formatted(named(documents)));
            case MatchOutcome.Incomplete _ -> Cells.EMPTY;
        };
    }

    private static String review(MatchOutcome.Review review) {
        String category = review.category() == null ? "" : review.category().words() + ": ";
        String documents =
                review.documents().isEmpty() ? "" : " (%s)".formatted(named(review.documents()));
        String text = category + review.evidence() + documents + ".";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String missing(CostFields row) {
        String number = row.documentNumber() == null ? "" : " with number " + row.documentNumber();
        String amount = row.amount() == null ? "" : " over " + row.amount().readable();
        return "QuickBooks has no bill, expense or credit of %s%s%s"
                .formatted(row.vendor(), amount, number);
    }

    private static String named(List<BookDocument> documents) {
        return documents.stream()
                .limit(DOCUMENTS_NAMED_MAX)
                .map(BookDocument::words)
                .collect(Collectors.joining("; "));
    }
}
