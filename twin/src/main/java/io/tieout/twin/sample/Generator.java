package io.tieout.twin.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.BooksLoader;
import io.tieout.twin.smartsheet.sheet.SheetsLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// Makes billing sheets and customers by the thousand, beside what is there. Ids are fixed, so that
/// a configuration can name them beforehand, and doing it again gives the same.
@ApplicationScoped
class Generator {
    static final long FIRST_SHEET = 4_200_000_000_000_001L;
    private static final long FIRST_COLUMN = 7_400_000_000_000_001L;
    private static final long COLUMNS_PER_SHEET = 100;
    private static final long FIRST_ROW = 6_400_000_000_000_001L;
    private static final long ROWS_PER_SHEET = 100_000;
    private static final int FIRST_CUSTOMER = 100_001;
    private static final String TEMPLATE = "harbor";

    private final SheetsLoader sheets;
    private final BooksLoader books;
    private final Clock clock;

    Generator(SheetsLoader sheets, BooksLoader books, Clock clock) {
        this.sheets = sheets;
        this.books = books;
        this.clock = clock;
    }

    /// What to make.
    ///
    /// @param rows in all sheets together
    /// @param crowded the first so many sheets have the rows, as evenly as possible, but for one in
    ///   each of the others
    record Wish(String realm, int sheets, int rows, int customers, int crowded) {
        Wish {
            within("sheets", sheets, 0, 1_000);
            within("crowded", crowded, Math.min(1, sheets), sheets);
            within("rows", rows, 0, 100_000);
            within("customers", customers, 1, 10_000);
        }

        private static void within(String name, int value, int min, int max) {
            if (value < min || value > max) {
                throw new IllegalArgumentException(
                        name + " must lie between " + min + " and " + max);
            }
        }

        int rowsOf(int sheet) {
            if (sheet >= crowded) {
                return 1;
            }
            int shared = Math.max(0, rows - (sheets - crowded));
            return shared / crowded + (sheet < shared % crowded ? 1 : 0);
        }
    }

    /// Makes it, and answers what there is now: sheets with their columns and rows.
    JsonNode generate(Wish wish) {
        books.add(wish.realm(), Json.object().set("Customer", customers(wish.customers())));
        var template = template();
        var made = Json.array();
        int row = 0;
        for (int sheet = 0; sheet < wish.sheets(); sheet++) {
            made.add(sheet(template, sheet, row, wish));
            row += wish.rowsOf(sheet);
        }
        sheets.add(made);
        return answer(made, wish);
    }

    private JsonNode template() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var file = SampleText.read(TEMPLATE, "sheets.json", today);
        if (file == null) {
            throw new IllegalStateException("no sample " + TEMPLATE);
        }
        return file.path("sheets").path(0);
    }

    private ObjectNode sheet(JsonNode template, int number, int firstRow, Wish wish) {
        ObjectNode sheet = template.deepCopy();
        sheet.put("id", FIRST_SHEET + number);
        sheet.put("name", String.format(Locale.ROOT, "Billing %03d", number + 1));
        long column = FIRST_COLUMN + number * COLUMNS_PER_SHEET;
        for (var one : sheet.path("columns")) {
            ((ObjectNode) one).put("id", column++);
        }
        var rows = sheet.putArray("rows");
        for (int index = 0; index < wish.rowsOf(number); index++) {
            row(rows.addObject(), number, index, firstRow + index, wish);
        }
        return sheet;
    }

    private void row(ObjectNode row, int sheet, int index, int number, Wish wish) {
        row.put("id", FIRST_ROW + sheet * ROWS_PER_SHEET + index);
        row.putObject("cells")
                .put("Task", "Work package " + (number + 1))
                .put("Status", "In Progress")
                .put("Customer", customer(number % wish.customers()))
                .put("Service", "Consulting")
                .put(
                        "Work Date",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minusDays(5)
                                .toString())
                .put("Hours", 1 + number % 8)
                .put("Billable", true)
                .put("Class", "Consulting")
                .put("Department", "East")
                .put("Project Manager", "pm@harbor.example");
    }

    private static ArrayNode customers(int count) {
        var customers = Json.array();
        for (int number = 0; number < count; number++) {
            var customer = customers.addObject();
            customer.put("Id", String.valueOf(FIRST_CUSTOMER + number));
            customer.put("DisplayName", customer(number));
            customer.put("Taxable", false);
            customer.putObject("SalesTermRef").put("value", "3");
            customer.putObject("PrimaryEmailAddr")
                    .put("Address", "ap" + (number + 1) + "@customer.example");
        }
        return customers;
    }

    private static String customer(int number) {
        return String.format(Locale.ROOT, "Customer %05d", number + 1);
    }

    private static JsonNode answer(JsonNode made, Wish wish) {
        var answer = Json.object();
        var all = answer.putArray("sheets");
        for (var sheet : made) {
            var one = all.addObject();
            one.put("id", sheet.path("id").asText());
            one.put("name", sheet.path("name").asText());
            var columns = one.putObject("columns");
            sheet.path("columns")
                    .forEach(column ->
                            columns.put(column.path("title").asText(), column.path("id").asText()));
            var rows = one.putArray("rows");
            sheet.path("rows").forEach(row -> rows.add(row.path("id").asText()));
        }
        answer.put("customers", wish.customers());
        return answer;
    }
}
