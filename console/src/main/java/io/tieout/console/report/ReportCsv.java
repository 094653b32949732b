package io.tieout.console.report;

import io.tieout.model.id.RowRef;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A report as comma-separated values (RFC 4180): one record per pair of lines, both books side by
/// side. A text that a spreadsheet would take for a formula is kept a text. Pure.
final class ReportCsv {
    private static final String HEAD =
            "item,standing,category,since,sheet,row,party,reference,date,amount,currency,description,"
                    + "document type,document,document party,document reference,document date,document amount,"
                    + "document currency,document description,difference,rule,evidence";

    private ReportCsv() {}

    static String of(Report report) {
        StringBuilder csv = new StringBuilder(HEAD).append("\r\n");
        int number = 0;
        for (Report.Item item : report.items()) {
            number++;
            int records = Math.max(item.sheet().size(), item.books().size());
            for (int i = 0; i < records; i++) {
                csv.append(record(number, item, i)).append("\r\n");
            }
        }
        return csv.toString();
    }

    private static String record(int number, Report.Item item, int at) {
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
                        text(item.evidence()));
        return Stream.of(
                        head,
                        line(at(item.sheet(), at), true),
                        line(at(item.books(), at), false),
                        tail)
                .flatMap(part -> part)
                .map(ReportCsv::quoted)
                .collect(Collectors.joining(","));
    }

    private static Report.@Nullable Line at(List<Report.Line> lines, int at) {
        return at < lines.size() ? lines.get(at) : null;
    }

    private static Stream<String> line(Report.@Nullable Line line, boolean sheet) {
        if (line == null) {
            return Stream.generate(() -> "").limit(8);
        }
        RowRef row = line.row();
        Report.Document document = line.document();
        String book =
                sheet
                        ? row == null ? "" : row.sheetId().value()
                        : document == null ? "" : document.type();
        String record =
                sheet
                        ? row == null ? "" : row.rowId().value()
                        : document == null ? "" : document.id();
        return Stream.of(
                book,
                record,
                text(line.party()),
                text(line.reference()),
                line.day().toString(),
                line.amount().toPlainString(),
                line.currency(),
                text(line.description()));
    }

    private static String text(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
