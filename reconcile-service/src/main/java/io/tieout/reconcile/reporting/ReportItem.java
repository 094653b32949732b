package io.tieout.reconcile.reporting;

import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.explaining.Explanation;
import io.tieout.reconcile.explaining.Facts;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.standing.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lines of both books that belong together, or one that has no counterpart.
///
/// @param difference what the sheet's lines are more than those of the books; absent when they are
///   in several currencies, or on one side alone
/// @param explanation the same in a model's sentences; absent where the template stands
/// @param stake nothing where lines match; the difference, or the whole amount where a counterpart
///   is missing and where lines differ in something else
public record ReportItem(
        Part part,
        @Nullable Category category,
        List<Standing> sheet,
        List<Standing> books,
        @Nullable Amount sheetAmount,
        @Nullable Amount booksAmount,
        @Nullable Amount difference,
        Amount stake,
        String rule,
        String evidence,
        @Nullable Explanation explanation,
        Instant since) {
    /// What corrects a document is shown after it.
    private static final Comparator<Standing> DOCUMENTS_FIRST =
            Comparator.comparing(line -> line.kind() == EntryKind.JOURNAL);

    /// How lines stand to each other, as the picture shows it; the worst first.
    public enum Part {
        VARIANCE("Variance"),
        MISSING("Missing"),
        UNSURE("To be confirmed"),
        MATCHED("Matched");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public ReportItem {
        sheet = List.copyOf(sheet);
        books = List.copyOf(books);
    }

    public static ReportItem of(List<Standing> lines) {
        List<Standing> sheet = lines.stream().filter(ReportItem::isSheet).toList();
        List<Standing> books =
                lines.stream().filter(line -> !isSheet(line)).sorted(DOCUMENTS_FIRST).toList();
        Standing first = sheet.isEmpty() ? books.getFirst() : sheet.getFirst();
        boolean oneUnit = lines.stream().map(Standing::currency).distinct().count() == 1;
        Amount ofSheet = sheet.isEmpty() || !oneUnit ? null : Amount.sum(sheet, first.currency());
        Amount ofBooks = books.isEmpty() || !oneUnit ? null : Amount.sum(books, first.currency());
        Amount difference = ofSheet == null || ofBooks == null ? null : ofSheet.minus(ofBooks);
        Amount whole = ofSheet != null ? ofSheet : ofBooks != null ? ofBooks : Amount.of(first);
        return new ReportItem(
                part(first),
                first.category(),
                sheet,
                books,
                ofSheet,
                ofBooks,
                difference,
                stake(part(first), whole, difference),
                first.rule(),
                first.evidence(),
                null,
                first.since());
    }

    /// With evidence that names the records that it is about.
    public ReportItem in(RecordNames names) {
        return with(names.inWords(first()).evidence(), explanation);
    }

    ReportItem explained(@Nullable Explanation words) {
        return with(evidence, words);
    }

    private ReportItem with(String newEvidence, @Nullable Explanation words) {
        return new ReportItem(
                part,
                category,
                sheet,
                books,
                sheetAmount,
                booksAmount,
                difference,
                stake,
                rule,
                newEvidence,
                words,
                since);
    }

    /// What may be said of it in sentences; empty when it has no category or too many lines.
    public Optional<Facts> facts() {
        return Optional.ofNullable(category)
                .map(known -> Facts.of(known, sheet, books))
                .filter(Facts::isWordable);
    }

    private static Amount stake(Part part, Amount whole, @Nullable Amount difference) {
        if (part == Part.MATCHED) {
            return whole.minus(whole);
        }
        return (difference == null || difference.isZero() ? whole : difference).absolute();
    }

    /// The category in words, or how the lines stand when they have none.
    public String name() {
        return category == null ? part.words() : category.words();
    }

    /// The line that speaks for all.
    Standing first() {
        return sheet.isEmpty() ? books.getFirst() : sheet.getFirst();
    }

    static boolean isSheet(Standing line) {
        return line.kind().side() == EntryKind.Side.SHEET;
    }

    private static Part part(Standing line) {
        return switch (line.outcome()) {
            case MATCHED -> Part.MATCHED;
            case PROPOSED, TIED -> Part.UNSURE;
            case DEVIATING -> Part.VARIANCE;
            case ALONE -> line.category() == Category.DUPLICATE ? Part.VARIANCE : Part.MISSING;
        };
    }
}
