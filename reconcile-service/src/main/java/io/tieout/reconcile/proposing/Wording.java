package io.tieout.reconcile.proposing;

import io.tieout.model.finding.FindingKind;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.matching.SheetLine;
import io.tieout.reconcile.matching.UnreadableCells;
import io.tieout.reconcile.records.Brief;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what the books say about a cost row, in the words of the sheet. Pure.
final class Wording {
    static final String MATCHED = "Matched";
    static final String MISSING = "Missing in QB";
    static final String REVIEW = "Variance - Review";

    private static final int DOCUMENTS_NAMED_MAX = 3;

    private Wording() {}

    static Cells of(SheetLine row, MatchOutcome outcome) {
        return switch (outcome) {
            case MatchOutcome.Matched(List<BookDocument> documents) ->
                    new Cells(MATCHED, agreed(documents), MATCHED);
            case MatchOutcome.Review review ->
                    new Cells(REVIEW, review(review), finer(review.category()));
            case MatchOutcome.Missing missing ->
                    new Cells(
                            MISSING,
                            missing(row) + almost(row, missing.nearest()),
                            missing.category().words());
            case MatchOutcome.Undecided tie -> new Cells(REVIEW, Tie.words(tie), "Several fit");
            case MatchOutcome.Incomplete _ -> Cells.EMPTY;
            case MatchOutcome.Unreadable(UnreadableCells cells) ->
                    new Cells(
                            REVIEW,
                            cells.words() + " The row is compared once it can be read.",
                            FindingKind.INVALID_CELL.words());
        };
    }

    private static String agreed(List<BookDocument> documents) {
        boolean corrected = documents.stream().anyMatch(one -> !one.corrections().isEmpty());
        return (corrected ? "Agreed with " : "") + named(documents);
    }

    /// The same, and what cannot be read in a row that is compared none the less.
    static Cells of(SheetLine row, MatchOutcome outcome, UnreadableCells cells) {
        Cells said = of(row, outcome);
        return cells.areDecisive() || cells.isEmpty() ? said : said.noting(cells.words());
    }

    private static String review(MatchOutcome.Review review) {
        String category = review.category() == null ? "" : review.category().words() + ": ";
        String documents =
                review.documents().isEmpty() ? "" : " (%s)".formatted(named(review.documents()));
        String text = category + review.evidence() + documents + ".";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String finer(@Nullable Category category) {
        return category == null ? "Probable match" : category.words();
    }

    private static String missing(SheetLine row) {
        Measure measure = row.measure();
        String over = measure == null ? "" : measure.words();
        return switch (row.kind().family()) {
            case TIME ->
                    "QuickBooks has no time of %s for %s%s".formatted(over, party(row), day(row));
            case ORDER ->
                    "QuickBooks has no purchase order to %s over %s%s"
                            .formatted(party(row), over, number(row));
            case INCOME, INVOICES ->
                    "QuickBooks has no line of an invoice to %s over %s%s"
                            .formatted(party(row), over, number(row));
            case COST ->
                    "QuickBooks has no bill, expense or credit of %s over %s%s"
                            .formatted(party(row), over, number(row));
        };
    }

    /// The document of the same number that fails only in one thing, such as the currency.
    private static String almost(SheetLine row, List<MatchOutcome.Near> nearest) {
        String number = row.reference();
        return nearest.stream()
                .filter(near -> near.failed().size() == 1)
                .filter(near -> number != null && number.equals(near.document().number()))
                .findFirst()
                .map(near ->
                        ". Nearest is %s: %s."
                                .formatted(near.document().words(), near.failed().getFirst()))
                .orElse("");
    }

    private static String party(SheetLine row) {
        return row.party() == null ? "nobody" : Brief.of(row.party());
    }

    private static String day(SheetLine row) {
        return row.day() == null ? "" : " around " + row.day();
    }

    private static String number(SheetLine row) {
        String kind = row.kind() == EntryKind.BILLING ? " on invoice " : " with number ";
        return row.reference() == null ? "" : kind + Brief.of(row.reference());
    }

    static String named(List<BookDocument> documents) {
        return documents.stream()
                .limit(DOCUMENTS_NAMED_MAX)
                .map(BookDocument::words)
                .collect(Collectors.joining("; "));
    }
}
