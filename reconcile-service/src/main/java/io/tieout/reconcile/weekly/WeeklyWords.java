package io.tieout.reconcile.weekly;

import io.tieout.reconcile.reporting.Budget;
import io.tieout.reconcile.reporting.CrossCheck;
import io.tieout.reconcile.reporting.ReportItem.Part;
import io.tieout.reconcile.reporting.VarianceReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project's weekly report in words; every figure is one of the report's. Pure.
final class WeeklyWords {
    private static final String MATCHED = Part.MATCHED.words();

    private WeeklyWords() {}

    static String subject(VarianceReport report) {
        int open = report.items().size() - report.counts().getOrDefault(Part.MATCHED, 0);
        return open == 0
                ? "%s: all %d items agree".formatted(name(report), report.items().size())
                : "%s: %d of %d items to look at"
                        .formatted(name(report), open, report.items().size());
    }

    static String body(VarianceReport report, LocalDate day, String link) {
        String counts =
                Arrays.stream(Part.values())
                        .map(part ->
                                "%s: %d"
                                        .formatted(
                                                part.words(),
                                                report.counts().getOrDefault(part, 0)))
                        .collect(Collectors.joining("\n"));
        String totals =
                report.totals().stream()
                        .filter(total -> !total.name().equals(MATCHED))
                        .map(total ->
                                String.format(
                                        Locale.ROOT,
                                        "- %s: %d, %s at stake",
                                        total.name(),
                                        total.items(),
                                        total.stake().readable()))
                        .collect(Collectors.joining("\n"));
        return "What the project sheet and QuickBooks say about %s on %s.\n\n%s\n%s%s%s\nVariance report: %s\n"
                .formatted(
                        name(report),
                        day,
                        counts,
                        totals.isEmpty() ? "" : "\n" + totals + "\n",
                        budget(report.budget()),
                        profitAndLoss(report.profitAndLoss()),
                        link);
    }

    /// Nothing when nothing was approved.
    private static String budget(@Nullable Budget budget) {
        return budget == null
                ? ""
                : Stream.of(
                                budget.lines().stream().map(line -> line.words() + "."),
                                budget.uncounted().stream()
                                        .map(other ->
                                                "Not counted, in another currency: %s by the sheet, %s by the books."
                                                        .formatted(
                                                                other.sheet().readable(),
                                                                other.books().readable())),
                                budget.notes().stream())
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /// Nothing while QuickBooks' own report has not been read.
    private static String profitAndLoss(@Nullable CrossCheck check) {
        return check == null ? "" : "\n" + String.join("\n", check.words()) + "\n";
    }

    private static String name(VarianceReport report) {
        return report.project().isEmpty() ? "No project" : report.project();
    }
}
