package io.tieout.console.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report as comma-separated values (RFC 4180): what is used of the budget, what QuickBooks' own
/// profit and loss says, then one record per pair of lines, both books side by side. A text that a
/// spreadsheet would take for a formula is kept a text. Pure.
final class ReportCsv {
    private static final String HEAD =
            "item,standing,category,since,row,party,reference,date,amount,currency,description,"
                    + "document,document party,document reference,document date,document amount,"
                    + "document currency,document description,difference,rule,evidence,explanation,row id,document id,"
                    + "budget,budget unit,sheet actual,sheet remaining,sheet percent,books actual,books remaining,books percent,"
                    + "profit and loss as of,accounting method,from,to,unit,income,costs,net,costs counted,costs difference,why";
    private static final int ITEM_COLUMNS = 24;
    private static final int BUDGET_COLUMNS = 8;
    private static final int PROFIT_COLUMNS = 11;

    private ReportCsv() {}

    static String of(Report report) {
        StringBuilder csv = new StringBuilder(HEAD).append("\r\n");
        Report.Budget budget = report.budget();
        if (budget != null) {
            budget.lines().forEach(line -> csv.append(record(line)).append("\r\n"));
            budget.uncounted().forEach(line -> csv.append(record(line)).append("\r\n"));
        }
        Report.ProfitAndLoss profit = report.profitAndLoss();
        if (profit != null) {
            csv.append(record(profit)).append("\r\n");
        }
        int number = 0;
        for (Report.Item item : report.items()) {
            number++;
            int records = Math.max(item.sheet().size(), item.books().size());
            for (int i = 0; i < records; i++) {
                csv.append(record(report, number, item, i)).append("\r\n");
            }
        }
        return csv.toString();
    }

    /// Its figures have columns of their own, so that no column holds both lines and sums.
    private static String record(Report.BudgetLine line) {
        return budget(
                "budget",
                line.approved().value().toPlainString(),
                line.approved().unit(),
                Stream.concat(figures(line.sheet()), figures(line.books())));
    }

    private static String record(Report.Uncounted line) {
        return budget(
                "not counted",
                "",
                line.sheet().unit(),
                Stream.of(
                        line.sheet().value().toPlainString(),
                        "",
                        "",
                        line.books().value().toPlainString(),
                        "",
                        ""));
    }

    private static String record(Report.ProfitAndLoss said) {
        return Stream.of(
                        Stream.of("", "profit and loss"),
                        blank(ITEM_COLUMNS - 2 + BUDGET_COLUMNS),
                        Stream.of(
                                said.asOf().toString(),
                                said.method().toLowerCase(Locale.ROOT),
                                said.from().toString(),
                                said.to().toString(),
                                said.income().unit()),
                        Stream.of(
                                        said.income(),
                                        said.costs(),
                                        said.net(),
                                        said.counted(),
                                        said.difference())
                                .map(amount -> amount.value().toPlainString()),
                        Stream.of(
                                Stream.concat(said.reasons().stream(), said.notes().stream())
                                        .collect(Collectors.joining(" "))))
                .flatMap(part -> part)
                .map(ReportCsv::quoted)
                .collect(Collectors.joining(","));
    }

    private static String budget(
            String standing, String approved, String unit, Stream<String> figures) {
        Stream<String> item = Stream.concat(Stream.of("", standing), blank(ITEM_COLUMNS - 2));
        return Stream.of(item, Stream.of(approved, unit), figures, blank(PROFIT_COLUMNS))
                .flatMap(part -> part)
                .collect(Collectors.joining(","));
    }

    private static Stream<String> figures(Report.Use use) {
        return Stream.of(
                use.actual().value().toPlainString(),
                use.remaining().value().toPlainString(),
                use.percent() == null ? "" : use.percent().toPlainString());
    }

    private static Stream<String> blank(int columns) {
        return Stream.generate(() -> "").limit(columns);
    }

    private static String record(Report report, int number, Report.Item item, int at) {
        Report.Amount difference = at == 0 ? item.difference() : null;
        String category = item.category();
        Stream<String> head =
                Stream.of(
                        Integer.toString(number),
                        item.part().words(),
                        category == null ? "" : ReportViews.category(category),
                        item.since().toString());
        Stream<String> tail =
                Stream.of(
                        difference == null ? "" : difference.value().toPlainString(),
                        text(item.rule()),
                        text(item.evidence()),
                        item.explanation() == null ? "" : text(item.explanation().text()),
                        id(at(item.sheet(), at)),
                        id(at(item.books(), at)));
        return Stream.of(
                        head,
                        line(report, at(item.sheet(), at)),
                        line(report, at(item.books(), at)),
                        tail,
                        blank(BUDGET_COLUMNS + PROFIT_COLUMNS))
                .flatMap(part -> part)
                .map(ReportCsv::quoted)
                .collect(Collectors.joining(","));
    }

    private static Report.@Nullable Line at(List<Report.Line> lines, int at) {
        return at < lines.size() ? lines.get(at) : null;
    }

    private static Stream<String> line(Report report, Report.@Nullable Line line) {
        if (line == null) {
            return blank(7);
        }
        return Stream.of(
                text(report.name(line.lineId()).words()),
                text(line.party()),
                text(line.reference()),
                line.day().toString(),
                line.amount().toPlainString(),
                line.currency(),
                text(line.description()));
    }

    /// As the two systems know it, for scripts.
    private static String id(Report.@Nullable Line line) {
        return line == null ? "" : line.lineId();
    }

    private static String text(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
