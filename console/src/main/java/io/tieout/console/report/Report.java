package io.tieout.console.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the two books say about one project, as reconcile-service answers it.
///
/// @param counts how many items stand how, by `Part`
/// @param records how people call the lines, by their ids
/// @param budget absent when nothing was approved for the project
/// @param profitAndLoss QuickBooks' own; absent while it has not been read
record Report(
        String realm,
        String project,
        Instant madeAt,
        Map<Part, Integer> counts,
        List<Total> totals,
        List<Item> items,
        @Nullable Map<String, Name> records,
        @Nullable Budget budget,
        @Nullable ProfitAndLoss profitAndLoss) {
    /// How the lines of an item stand to each other; the worst first.
    enum Part {
        VARIANCE("variance"),
        MISSING("missing"),
        UNSURE("to be confirmed"),
        MATCHED("matched");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// How people call a line.
    ///
    /// @param detail a document's id in QuickBooks, or empty
    record Name(String words, String detail) {}

    /// What a line that has no name is called, too.
    Name name(String lineId) {
        Name known = records == null ? null : records.get(lineId);
        return known == null ? new Name(lineId, "") : known;
    }

    /// All items of one category in one unit.
    record Total(String name, int items, Amount sheet, Amount books, Amount stake) {}

    /// Lines of both books that belong together, or one without a counterpart.
    ///
    /// @param explanation absent where the evidence speaks for itself
    record Item(
            Part part,
            @Nullable String category,
            List<Line> sheet,
            List<Line> books,
            @Nullable Amount difference,
            Amount stake,
            String rule,
            String evidence,
            @Nullable Explanation explanation,
            Instant since) {}

    /// An item in a model's sentences, which stood the checks.
    record Explanation(String text, String by) {}

    /// One line of either book.
    record Line(
            String lineId,
            String kind,
            @Nullable RowRef row,
            @Nullable Document document,
            String party,
            String reference,
            String account,
            String description,
            BigDecimal amount,
            String currency,
            LocalDate day,
            @Nullable List<Near> nearest) {
        Amount figure() {
            return new Amount(amount, currency);
        }

        List<Near> near() {
            return Objects.requireNonNullElse(nearest, List.of());
        }
    }

    /// A document of the books.
    record Document(String type, String id) {}

    /// A line that was considered, and the tests that it failed.
    record Near(String lineId, double score, List<String> failed) {}

    /// What a correction of a line would post, or why nothing.
    ///
    /// @param recategorisation what may be booked anew instead; absent or empty for nothing
    /// @param record how people call the line
    record Preview(
            String lineId,
            String why,
            List<Entry> entries,
            @Nullable String recategorisation,
            @Nullable Name record) {}

    /// A journal entry of two lines.
    record Entry(LocalDate date, String debit, String credit, Money amount, String description) {}

    /// How one project of a realm stands.
    record Summary(
            String project,
            Map<Part, Integer> counts,
            List<Total> totals,
            @Nullable Budget budget) {}

    /// What was approved for a project, and how much of it is used.
    ///
    /// @param uncounted what the books have in other currencies
    /// @param rows that say what was approved, as people call them
    /// @param notes cells of these that cannot be read
    record Budget(
            List<BudgetLine> lines,
            List<Uncounted> uncounted,
            List<String> rows,
            List<String> notes) {}

    /// What was approved in one unit.
    record BudgetLine(Amount approved, Use sheet, Use books) {}

    /// What one book has used of it.
    ///
    /// @param percent absent when nothing was approved
    record Use(Amount actual, Amount remaining, @Nullable BigDecimal percent) {}

    /// Money in another currency than any that was approved.
    record Uncounted(Amount sheet, Amount books) {}

    /// QuickBooks' own profit and loss of the project, beside the costs that are counted for it.
    ///
    /// @param asOf when QuickBooks made it
    /// @param method `ACCRUAL` or `CASH`
    /// @param difference its costs less what is counted
    record ProfitAndLoss(
            Instant asOf,
            String method,
            LocalDate from,
            LocalDate to,
            Amount income,
            Amount costs,
            Amount net,
            Amount counted,
            Amount difference,
            List<String> reasons,
            List<String> notes) {}

    /// So much money or time; the unit of time is `HRS`.
    record Amount(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value, String unit) {
        String readable() {
            if (unit.equals("HRS")) {
                return value.stripTrailingZeros().toPlainString() + " h";
            }
            int digits = Math.max(0, Currency.getInstance(unit).getDefaultFractionDigits());
            return String.format(
                    Locale.ROOT,
                    "%s %,." + digits + "f",
                    unit,
                    value.setScale(digits, RoundingMode.HALF_UP));
        }
    }
}
