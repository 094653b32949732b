package io.tieout.console.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report as comma-separated values (RFC 4180): what is used of the budget, then one record per
/// pair of lines, both books side by side. A text that a spreadsheet would take for a formula is
/// kept a text. Pure.
final class ReportCsv {
    private static final String HEAD =
            "item,standing,category,since,row,party,reference,date,amount,currency,description,"
                    + "document,document party,document reference,document date,document amount,"
                    + "document currency,document description,difference,rule,evidence,explanation,row id,document id,"
                    + "budget,budget unit,sheet actual,sheet remaining,sheet percent,books actual,books remaining,books percent";
    private static final int ITEM_COLUMNS = 24;
    private static final int BUDGET_COLUMNS = 8;

    private ReportCsv() {}

    static String of(Report report) {
        StringBuilder csv = new StringBuilder(HEAD).append("\r\n");
        Report.Budget budget = report.budget();
        if (budget != null) {
            budget.lines().forEach(line -> csv.append(record(line)).append("\r\n"));
            budget.uncounted().forEach(line -> csv.append(record(line)).append("\r\n"));
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

    private static String budget(
            String standing, String approved, String unit, Stream<String> figures) {
        Stream<String> item = Stream.concat(Stream.of("", standing), blank(ITEM_COLUMNS - 2));
        return Stream.of(item, Stream.of(approved, unit), figures)
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
                        blank(BUDGET_COLUMNS))
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
