package io.tieout.connectors.quickbooks.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A row of a report: a line of figures, or a section of rows with their sums.
public sealed interface ReportRow {
    /// What the row comes to in a column.
    BigDecimal amount(int column);

    /// What stands in one place.
    ///
    /// @param value as it was sent; empty for nothing
    /// @param id of the account or document that it names, or empty
    record Cell(String value, String id) {}

    /// A line, such as an account with its figures.
    record Data(List<Cell> cells) implements ReportRow {
        public Data {
            cells = List.copyOf(cells);
        }

        @Override
        public BigDecimal amount(int column) {
            return figure(cells, column);
        }
    }

    /// Rows under a heading. A section may consist of its sums alone, as the net income does.
    ///
    /// @param group QuickBooks' own name of it, such as `COGS`, in every language; or empty
    record Section(String group, List<Cell> heading, List<ReportRow> rows, List<Cell> summary)
            implements ReportRow {
        public Section {
            heading = List.copyOf(heading);
            rows = List.copyOf(rows);
            summary = List.copyOf(summary);
        }

        @Override
        public BigDecimal amount(int column) {
            if (!summary.isEmpty()) {
                return figure(summary, column);
            }
            return rows.stream()
                    .map(row -> row.amount(column))
                    .reduce(figure(heading, column), BigDecimal::add);
        }

        /// The section of that group, however deep.
        Optional<Section> find(String wanted) {
            return group.equals(wanted) ? Optional.of(this) : ReportRow.find(rows, wanted);
        }
    }

    /// The section of that group among these rows, however deep.
    static Optional<Section> find(List<ReportRow> rows, String group) {
        return rows.stream()
                .flatMap(row ->
                        switch (row) {
                            case Section section -> section.find(group).stream();
                            case Data _ -> Stream.<Section>empty();
                        })
                .findFirst();
    }

    /// Nothing is written where there is nothing, and where there is no such column either.
    private static BigDecimal figure(List<Cell> cells, int column) {
        String value = column < cells.size() ? cells.get(column).value().strip() : "";
        return value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value);
    }
}
