package io.tieout.bench.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes ledger files: both sides and the truth.
public final class LedgerWriter implements Closeable {
    private static final String[] COLUMNS = {
        "id",
        "kind",
        "party",
        "reference",
        "link",
        "order",
        "amount",
        "currency",
        "date",
        "description",
        "project",
        "class",
        "account"
    };
    private static final String[] TRUTH_COLUMNS = {
        "sheet", "books", "category", "unclear", "order"
    };

    private final CSVPrinter sheet;
    private final CSVPrinter books;
    private final CSVPrinter truth;
    private int sheetRows;

    LedgerWriter(Path folder) throws IOException {
        sheet = printer(folder.resolve("sheet.csv"), COLUMNS);
        books = printer(folder.resolve("books.csv"), COLUMNS);
        truth = printer(folder.resolve("truth.csv"), TRUTH_COLUMNS);
    }

    /// Of each side's file.
    public static List<String> columns() {
        return List.of(COLUMNS);
    }

    int sheetRows() {
        return sheetRows;
    }

    void both(List<Row> mine, List<Row> its, String category) throws IOException {
        write(mine, its, category, "");
    }

    /// Nobody could tell from the lines alone.
    void unclear(List<Row> mine, List<Row> its, String category) throws IOException {
        write(mine, its, category, "yes");
    }

    private void write(List<Row> mine, List<Row> its, String category, String unclear)
            throws IOException {
        for (Row row : mine) {
            sheet.printRecord(row.cells());
        }
        for (Row row : its) {
            books.printRecord(row.cells());
        }
        truth.printRecord(ids(mine), ids(its), category, unclear, order(mine, its));
        sheetRows += mine.size();
    }

    /// What the order numbers say of lines that belong together.
    private static String order(List<Row> mine, List<Row> its) {
        Set<String> sheet = orders(mine);
        Set<String> books = orders(its);
        if (sheet.isEmpty() || books.isEmpty()) {
            return "";
        }
        return books.containsAll(sheet) ? "same" : "wrong";
    }

    private static Set<String> orders(List<Row> rows) {
        return rows.stream()
                .map(row -> row.order().replaceAll("\\D", ""))
                .filter(order -> !order.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String ids(List<Row> rows) {
        return rows.stream().map(Row::id).collect(Collectors.joining(" "));
    }

    private static CSVPrinter printer(Path file, String... columns) throws IOException {
        return new CSVPrinter(
                Files.newBufferedWriter(file),
                CSVFormat.RFC4180.builder().setHeader(columns).setRecordSeparator('\n').get());
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        books.close();
        truth.close();
    }
}
