package io.tieout.console.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what is used of a budget in words and in a picture, whose length is the budget or whatever
/// is more. Pure.
final class BudgetViews {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private BudgetViews() {}

    /// Nothing when nothing was approved.
    static List<ReportPage.Budget> of(Report.@Nullable Budget budget) {
        return budget == null ? List.of() : budget.lines().stream().map(BudgetViews::line).toList();
    }

    /// Which rows say it, what cannot be read, and what is not counted.
    static List<String> notes(Report.@Nullable Budget budget) {
        return budget == null
                ? List.of()
                : Stream.of(
                                budget.uncounted().stream()
                                        .map(other ->
                                                "Not counted, in another currency: %s by the sheet, %s by the books."
                                                        .formatted(
                                                                other.sheet().readable(),
                                                                other.books().readable())),
                                budget.notes().stream(),
                                budget.rows().isEmpty()
                                        ? Stream.<String>empty()
                                        : Stream.of(
                                                "As approved in "
                                                        + String.join("; ", budget.rows())
                                                        + "."))
                        .flatMap(notes -> notes)
                        .toList();
    }

    private static ReportPage.Budget line(Report.BudgetLine line) {
        BigDecimal approved = line.approved().value();
        BigDecimal length =
                approved.max(line.sheet().actual().value())
                        .max(line.books().actual().value())
                        .max(BigDecimal.ONE);
        return new ReportPage.Budget(
                line.approved().readable(),
                List.of(
                        use("By the sheet", line.sheet(), approved, length),
                        use("By the books", line.books(), approved, length)));
    }

    private static ReportPage.Use use(
            String book, Report.Use use, BigDecimal approved, BigDecimal length) {
        BigDecimal actual = use.actual().value();
        BigDecimal within = actual.min(approved).max(BigDecimal.ZERO);
        BigDecimal over = actual.max(BigDecimal.ZERO).subtract(within);
        return new ReportPage.Use(
                book,
                use.actual().readable(),
                use.remaining().readable(),
                rest(use.remaining()),
                use.percent() == null ? "–" : use.percent().toPlainString() + " %",
                share(within, length),
                share(over, length));
    }

    private static String rest(Report.Amount remaining) {
        BigDecimal value = remaining.value();
        return value.signum() < 0
                ? new Report.Amount(value.negate(), remaining.unit()).readable() + " too much"
                : remaining.readable() + " remain";
    }

    private static double share(BigDecimal part, BigDecimal length) {
        return part.multiply(WHOLE).divide(length, 1, RoundingMode.HALF_UP).doubleValue();
    }
}
