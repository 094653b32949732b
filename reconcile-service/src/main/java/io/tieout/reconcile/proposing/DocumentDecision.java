package io.tieout.reconcile.proposing;

import io.tieout.model.finding.FindingKind;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is wrong with a document of the books that no row stands for. Pure.
///
/// @param kind absent when nothing is
record DocumentDecision(
        @Nullable FindingKind kind, String title, String detail, String remedy, Weight weight) {
    private static final DocumentDecision NOTHING =
            new DocumentDecision(null, "", "", "", Weight.NONE);

    /// @param lines what is said of the document's lines
    /// @param names of what they name
    static DocumentDecision of(
            @Nullable BookDocument document,
            List<Standing> lines,
            RecordNames names,
            ReviewDesk desk) {
        List<Standing> alone =
                lines.stream()
                        .filter(line -> line.outcome() == Outcome.ALONE && line.category() != null)
                        .toList();
        if (document == null || alone.isEmpty()) {
            return NOTHING;
        }
        Category category =
                alone.stream()
                        .map(Standing::category)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparingInt(one -> one == Category.DUPLICATE ? 0 : 1))
                        .orElseThrow();
        String party = document.party() == null ? "" : document.party() + ": ";
        return new DocumentDecision(
                category.kind(),
                party + document.words() + what(category),
                detail(alone, category, names),
                remedy(category),
                Weight.of(
                        category,
                        alone.stream().filter(line -> line.category() == category).toList(),
                        desk));
    }

    private static String what(Category category) {
        return switch (category) {
            case DUPLICATE -> " is there twice";
            case MISSING_RECEIPT -> " has no receipt and no row";
            case MISSING_IN_SMARTSHEET,
                    MISSING_IN_QUICKBOOKS,
                    UNBILLED_LABOR,
                    CODING_ERROR,
                    DATA_ENTRY_ERROR,
                    TIMING,
                    AMOUNT_VARIANCE ->
                    " is missing in Smartsheet";
        };
    }

    private static String detail(List<Standing> alone, Category category, RecordNames names) {
        return alone.stream()
                .filter(line -> line.category() == category)
                .map(line -> detail(names.inWords(line), names))
                .collect(Collectors.joining(" "));
    }

    private static String detail(Standing line, RecordNames names) {
        String project = line.project().isEmpty() ? "" : " for " + line.project();
        String nearest =
                line.nearest().isEmpty() || line.category() == Category.DUPLICATE
                        ? ""
                        : " Nearest is %s: %s."
                                .formatted(
                                        names.words(line.nearest().getFirst().lineId()),
                                        String.join(", ", line.nearest().getFirst().failed()));
        return "%s %s%s: %s.%s"
                .formatted(
                        line.currency(),
                        line.amount().setScale(Math.max(2, line.amount().scale())).toPlainString(),
                        project,
                        line.evidence(),
                        nearest);
    }

    private static String remedy(Category category) {
        return switch (category) {
            case DUPLICATE ->
                    "Delete or void the copy in QuickBooks, or give both their own document number:"
                            + " this ends by itself.";
            case MISSING_RECEIPT ->
                    "Attach the receipt's number to the expense and enter a row for it: this ends by"
                            + " itself.";
            case MISSING_IN_SMARTSHEET,
                    MISSING_IN_QUICKBOOKS,
                    UNBILLED_LABOR,
                    CODING_ERROR,
                    DATA_ENTRY_ERROR,
                    TIMING,
                    AMOUNT_VARIANCE ->
                    "Enter a row for it in the project's sheet, or book it to the right project:"
                            + " this ends by itself.";
        };
    }
}
