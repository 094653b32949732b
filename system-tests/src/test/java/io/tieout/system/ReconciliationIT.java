package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.Twin;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a document in QuickBooks to the status of its row in Smartsheet, one case per category.
/// Each case has a vendor of its own.
class ReconciliationIT {
    private static final String STATUS = "Reconciliation Status";
    private static final String FINER = "AI Reconciliation Status";
    private static final String NOTES = "Reconciliation Notes";
    private static final String PROJECT = "Quay Survey";
    private static final String PROJECT_ID = "71";
    private static final String OTHER_PROJECT_ID = "70";
    private static final String EQUIPMENT_RENTAL = "62";

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();
    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("America/New_York"));
    private String vendor = "";
    private String vendorId = "";

    @BeforeEach
    void a_vendor_of_ones_own() {
        vendor = "Kestrel " + Long.toString(System.nanoTime() % 100_000_000, 36) + " Marine";
        vendorId =
                twin.keep("Vendor", Map.of("DisplayName", vendor))
                        .path("Vendor")
                        .path("Id")
                        .asText();
    }

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_posted_bill_makes_its_row_match_and_an_edit_of_either_side_is_followed() {
        String row = row("KM-1", 480, today.minusDays(3), PROJECT);
        awaitCell(row, STATUS, "Missing in QB");
        assertThat(cell(row, FINER)).isEqualTo("Missing in QuickBooks");

        JsonNode bill = bill("KM-1", 480, today.minusDays(3), PROJECT_ID);
        awaitCell(row, STATUS, "Matched");
        assertThat(cell(row, FINER)).isEqualTo("Matched");
        assertThat(cell(row, NOTES)).contains("Bill KM-1");

        twin.edit(Twin.COSTS, row, Twin.PAULA, Map.of("Actual Cost", 500));
        awaitCell(row, STATUS, "Variance - Review");
        awaitCell(row, FINER, "Amount variance");

        twin.keep("Bill", billBody(bill.path("Id").asText(), "KM-1", 500, today.minusDays(3)));
        awaitCell(row, FINER, "Matched");
    }

    @Test
    void a_status_that_a_person_overwrites_is_put_right() {
        String row = row("KM-2", 75, today.minusDays(2), PROJECT);
        awaitCell(row, STATUS, "Missing in QB");

        twin.edit(Twin.COSTS, row, Twin.PAULA, Map.of(STATUS, "Matched"));

        awaitCell(row, STATUS, "Missing in QB");
    }

    @Test
    void swapped_digits_are_a_data_entry_error() {
        String row = row("KM-3", 540, today.minusDays(2), PROJECT);
        bill("KM-3", 450, today.minusDays(2), PROJECT_ID);

        awaitCell(row, FINER, "Data-entry error");
        assertThat(cell(row, STATUS)).isEqualTo("Variance - Review");
        assertThat(cell(row, NOTES)).contains("540.00").contains("450.00").contains("swapped");
    }

    @Test
    void another_amount_under_the_same_number_is_an_amount_variance() {
        String row = row("KM-4", 500, today.minusDays(2), PROJECT);
        bill("KM-4", 537.25, today.minusDays(2), PROJECT_ID);

        awaitCell(row, FINER, "Amount variance");
        assertThat(cell(row, NOTES)).contains("37.25");
    }

    @Test
    void the_same_weeks_later_is_a_matter_of_timing() {
        String row = row("KM-5", 610, today.minusDays(50), PROJECT);
        bill("KM-5", 610, today.minusDays(8), PROJECT_ID);

        awaitCell(row, FINER, "Timing");
        assertThat(cell(row, NOTES)).contains("42 days");
    }

    @Test
    void another_project_is_a_coding_error() {
        String row = row("KM-6", 333.3, today.minusDays(2), PROJECT);
        bill("KM-6", 333.3, today.minusDays(2), OTHER_PROJECT_ID);

        awaitCell(row, FINER, "Coding error");
        assertThat(cell(row, NOTES)).contains(PROJECT).contains("Harbor Pier Upgrade");
    }

    @Test
    void of_a_row_that_is_entered_twice_one_is_a_duplicate_and_the_other_for_a_person_to_see() {
        bill("KM-7", 88, today.minusDays(2), PROJECT_ID);
        String first = row("KM-7", 88, today.minusDays(2), PROJECT);
        awaitCell(first, STATUS, "Matched");

        String copy = row("KM-7", 88, today.minusDays(2), PROJECT);

        await().untilAsserted(() ->
                assertThat(List.of(cell(first, FINER), cell(copy, FINER)))
                        .containsExactlyInAnyOrder("Probable match", "Duplicate"));
    }

    @Test
    void a_bill_that_is_entered_twice_is_found() {
        row("KM-8", 95, today.minusDays(2), PROJECT);
        bill("KM-8", 95, today.minusDays(2), PROJECT_ID);
        bill("KM-8", 95, today.minusDays(2), PROJECT_ID);

        awaitFinding("DUPLICATE");
    }

    @Test
    void a_bill_of_a_kept_project_that_no_row_asks_for_is_missed_in_smartsheet() {
        bill("KM-9", 1200, today.minusDays(2), PROJECT_ID);

        awaitFinding("MISSING_IN_SMARTSHEET");

        row("KM-9", 1200, today.minusDays(2), PROJECT);
        await().untilAsserted(() -> assertThat(open("MISSING_IN_SMARTSHEET")).isEmpty());
    }

    @Test
    void an_expense_without_number_or_row_has_no_receipt() {
        twin.keep(
                "Purchase",
                Map.of(
                        "PaymentType",
                        "CreditCard",
                        "AccountRef",
                        Map.of("value", "36"),
                        "EntityRef",
                        Map.of("value", vendorId, "type", "Vendor"),
                        "TxnDate",
                        today.minusDays(2).toString(),
                        "Line",
                        List.of(line(64.3, PROJECT_ID))));

        awaitFinding("MISSING_RECEIPT");
    }

    @Test
    void hours_that_the_books_do_not_have_are_unbilled_labor_until_they_do() {
        String row =
                twin.addRow(
                        Twin.TIMESHEETS,
                        Map.of(
                                "Work",
                                "Soundings " + vendor,
                                "Person",
                                Twin.PAULA,
                                "Project",
                                "Core Banking Migration",
                                "Service",
                                "Consulting",
                                "Work Date",
                                today.minusDays(4).toString(),
                                "Hours",
                                3.25));
        await().untilAsserted(() ->
                assertThat(twin.cell(Twin.TIMESHEETS, row, FINER)).isEqualTo("Unbilled labor"));

        twin.keep(
                "TimeActivity",
                Map.of(
                        "NameOf",
                        "Employee",
                        "EmployeeRef",
                        Map.of("value", "90"),
                        "CustomerRef",
                        Map.of("value", "74"),
                        "ItemRef",
                        Map.of("value", "1"),
                        "TxnDate",
                        today.minusDays(4).toString(),
                        "Hours",
                        3,
                        "Minutes",
                        15));

        await().untilAsserted(() ->
                assertThat(twin.cell(Twin.TIMESHEETS, row, STATUS)).isEqualTo("Matched"));
    }

    @Test
    void a_tie_is_never_guessed() {
        bill(null, 222, today.minusDays(2), PROJECT_ID);
        bill(null, 222, today.minusDays(2), PROJECT_ID);

        String row = row(null, 222, today.minusDays(2), PROJECT);

        awaitCell(row, STATUS, "Variance - Review");
        assertThat(cell(row, FINER)).isNotEqualTo("Matched");
    }

    @Test
    void a_deleted_bill_leaves_its_row_missing() {
        String row = row("KM-10", 41, today.minusDays(2), PROJECT);
        JsonNode bill = bill("KM-10", 41, today.minusDays(2), PROJECT_ID);
        awaitCell(row, STATUS, "Matched");

        twin.keep("Bill?operation=delete", Map.of("Id", bill.path("Id").asText()));

        awaitCell(row, STATUS, "Missing in QB");
    }

    private String row(String number, double amount, LocalDate day, String project) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("Cost Item", "Survey of the quay");
        cells.put("Vendor", vendor);
        cells.put("Date", day.toString());
        cells.put("Actual Cost", amount);
        cells.put("Project", project);
        if (number != null) {
            cells.put("Document Number", number);
        }
        return twin.addRow(Twin.COSTS, cells);
    }

    private JsonNode bill(String number, double amount, LocalDate day, String project) {
        Map<String, Object> body = billBody(null, number, amount, day);
        body.put("Line", List.of(line(amount, project)));
        return twin.keep("Bill?include=allowduplicatedocnum", body).path("Bill");
    }

    private Map<String, Object> billBody(String id, String number, double amount, LocalDate day) {
        Map<String, Object> body = new HashMap<>();
        body.put("VendorRef", Map.of("value", vendorId));
        body.put("TxnDate", day.toString());
        body.put("Line", List.of(line(amount, PROJECT_ID)));
        if (id != null) {
            body.put("Id", id);
        }
        if (number != null) {
            body.put("DocNumber", number);
        }
        return body;
    }

    private static Map<String, Object> line(double amount, String project) {
        return Map.of(
                "DetailType",
                "AccountBasedExpenseLineDetail",
                "Amount",
                amount,
                "Description",
                "Survey of the quay",
                "AccountBasedExpenseLineDetail",
                Map.of(
                        "AccountRef",
                        Map.of("value", EQUIPMENT_RENTAL),
                        "CustomerRef",
                        Map.of("value", project)));
    }

    private String cell(String row, String title) {
        return twin.cell(Twin.COSTS, row, title);
    }

    private void awaitCell(String row, String title, String text) {
        await().untilAsserted(() -> assertThat(cell(row, title)).isEqualTo(text));
    }

    private void awaitFinding(String kind) {
        await().untilAsserted(() -> assertThat(open(kind)).isNotEmpty());
    }

    /// Open findings of the kind about this case's vendor.
    private List<JsonNode> open(String kind) {
        return console.findings().stream()
                .filter(finding -> finding.toString().contains(kind))
                .filter(finding -> finding.toString().contains(vendor))
                .toList();
    }
}
