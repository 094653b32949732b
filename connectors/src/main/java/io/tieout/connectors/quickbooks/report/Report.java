package io.tieout.connectors.quickbooks.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.UnreadableAnswer;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.quickbooks.AccountingMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A report as QuickBooks answered it, to the last digit.
///
/// @param columns over which the cells of every row stand, those of column groups one by one
public record Report(Header header, List<Column> columns, List<ReportRow> rows) {
    public Report {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// What the report is about.
    ///
    /// @param madeAt when QuickBooks made it
    public record Header(
            String name,
            Instant madeAt,
            AccountingMethod basis,
            LocalDate from,
            LocalDate to,
            CurrencyCode currency) {}

    /// A column.
    ///
    /// @param key QuickBooks' own name of it, such as `total`, in every language; or empty
    /// @param money whether figures stand in it
    public record Column(String title, String key, boolean money) {}

    /// What a section comes to in a column; zero when the report has no such section.
    public BigDecimal amount(String group, int column) {
        return ReportRow.find(rows, group)
                .map(section -> section.amount(column))
                .orElse(BigDecimal.ZERO);
    }

    /// Refuses an answer that is no report.
    public static Report of(JsonNode answer) {
        if (!answer.path("Header").isObject() || !answer.at("/Columns/Column").isArray()) {
            throw new UnreadableAnswer("No Header and Columns in the answer");
        }
        List<Column> columns = new ArrayList<>();
        columns(answer.path("Columns"), columns);
        return new Report(header(answer.path("Header")), columns, rows(answer.path("Rows")));
    }

    private static Header header(JsonNode header) {
        Instant madeAt = VendorJson.instant(header, "Time");
        if (madeAt == null) {
            throw new UnreadableAnswer("No Time in the report's header");
        }
        return new Header(
                required(header, "ReportName"),
                madeAt,
                AccountingMethod.of(required(header, "ReportBasis")),
                LocalDate.parse(required(header, "StartPeriod")),
                LocalDate.parse(required(header, "EndPeriod")),
                new CurrencyCode(required(header, "Currency")));
    }

    private static String required(JsonNode header, String field) {
        String text = VendorJson.text(header, field);
        if (text == null) {
            throw new UnreadableAnswer("No " + field + " in the report's header");
        }
        return text;
    }

    /// A column of columns has no figures of its own.
    private static void columns(JsonNode container, List<Column> into) {
        for (JsonNode column : container.path("Column")) {
            if (column.at("/Columns/Column").isEmpty()) {
                into.add(
                        new Column(
                                textOrEmpty(column, "ColTitle"),
                                key(column),
                                "Money".equals(VendorJson.text(column, "ColType"))));
            } else {
                columns(column.path("Columns"), into);
            }
        }
    }

    private static String key(JsonNode column) {
        for (JsonNode datum : column.path("MetaData")) {
            if ("ColKey".equals(VendorJson.text(datum, "Name"))) {
                return textOrEmpty(datum, "Value");
            }
        }
        return "";
    }

    private static List<ReportRow> rows(JsonNode container) {
        List<ReportRow> rows = new ArrayList<>();
        for (JsonNode row : container.path("Row")) {
            rows.add(row(row));
        }
        return rows;
    }

    private static ReportRow row(JsonNode row) {
        return row.has("ColData")
                ? new ReportRow.Data(cells(row))
                : new ReportRow.Section(
                        textOrEmpty(row, "group"),
                        cells(row.path("Header")),
                        rows(row.path("Rows")),
                        cells(row.path("Summary")));
    }

    private static List<ReportRow.Cell> cells(JsonNode holder) {
        List<ReportRow.Cell> cells = new ArrayList<>();
        for (JsonNode cell : holder.path("ColData")) {
            cells.add(new ReportRow.Cell(textOrEmpty(cell, "value"), textOrEmpty(cell, "id")));
        }
        return cells;
    }

    private static String textOrEmpty(JsonNode node, String field) {
        String text = VendorJson.text(node, field);
        return text == null ? "" : text;
    }
}
