package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.launcher.port.Listener;
import io.tieout.system.running.CostCase;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From a document in QuickBooks to the status of its row in Smartsheet, one case per category.
/// Each case has a vendor of its own.
class ReconciliationIT {
    private static final String OTHER_PROJECT_ID = "70";

    /// The report is read more rarely than the documents.
    private static final Duration PROFIT_AND_LOSS = Duration.ofSeconds(90);

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final CostCase costs = new CostCase(running);
    private final LocalDate today = CostCase.today();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_posted_bill_makes_its_row_match_and_an_edit_of_either_side_is_followed() {
        String row = costs.row("KM-1", 480, today.minusDays(3), CostCase.PROJECT);
        costs.awaitCell(row, CostCase.STATUS, "Missing in QB");
        assertThat(costs.cell(row, CostCase.FINER)).isEqualTo("Missing in QuickBooks");

        JsonNode bill = costs.bill("KM-1", 480, today.minusDays(3), CostCase.PROJECT_ID);
        costs.awaitCell(row, CostCase.STATUS, "Matched");
        assertThat(costs.cell(row, CostCase.FINER)).isEqualTo("Matched");
        assertThat(costs.cell(row, CostCase.NOTES)).contains("Bill KM-1");

        twin.edit(Twin.COSTS, row, Twin.PAULA, Map.of("Actual Cost", 500));
        costs.awaitCell(row, CostCase.STATUS, "Variance - Review");
        costs.awaitCell(row, CostCase.FINER, "Amount variance");

        twin.keep(
                "Bill", costs.billBody(bill.path("Id").asText(), "KM-1", 500, today.minusDays(3)));
        costs.awaitCell(row, CostCase.FINER, "Matched");
    }

    @Test
    void a_status_that_a_person_overwrites_is_put_right() {
        String row = costs.row("KM-2", 75, today.minusDays(2), CostCase.PROJECT);
        costs.awaitCell(row, CostCase.STATUS, "Missing in QB");

        twin.edit(Twin.COSTS, row, Twin.PAULA, Map.of(CostCase.STATUS, "Matched"));

        costs.awaitCell(row, CostCase.STATUS, "Missing in QB");
    }

    @Test
    void a_bill_for_a_project_shows_in_quickbooks_own_profit_and_loss_beside_what_is_counted() {
        String project = "Pier " + Long.toString(System.nanoTime() % 100_000_000, 36);
        JsonNode job =
                twin.keep(
                        "Customer",
                        Map.of(
                                "DisplayName",
                                project,
                                "Job",
                                true,
                                "ParentRef",
                                Map.of("value", "58")));

        // Of projects that no sheet keeps, nothing is said.
        costs.row("PL-ROW", 17.3, today.minusDays(3), project);
        costs.bill("KM-PL", 251.25, today.minusDays(2), job.path("Customer").path("Id").asText());

        await().atMost(PROFIT_AND_LOSS)
                .untilAsserted(() -> {
                    JsonNode said = profitAndLoss(project);
                    assertThat(figure(said, "costs")).isEqualTo("251.25");
                    assertThat(figure(said, "net")).isEqualTo("-251.25");
                    assertThat(figure(said, "counted")).isEqualTo("251.25");
                    assertThat(figure(said, "difference")).isEqualTo("0");
                    assertThat(said.path("reasons")).isEmpty();
                    assertThat(said.path("notes").toString())
                            .contains("USD 251.25 of the costs in QuickBooks stands on no row");
                    assertThat(said.path("method").asText()).isEqualTo("ACCRUAL");
                });
    }

    private static String figure(JsonNode said, String name) {
        return said.path(name).path("value").asText();
    }

    private JsonNode profitAndLoss(String project) {
        return Http.at(running.processes().url(Listener.RECONCILE))
                .get(
                        "/reconcile/reports/%s/project?project=%s"
                                .formatted(Twin.REALM, project.replace(" ", "%20")))
                .path("profitAndLoss");
    }

    @Test
    void swapped_digits_are_a_data_entry_error() {
        String row = costs.row("KM-3", 540, today.minusDays(2), CostCase.PROJECT);
        costs.bill("KM-3", 450, today.minusDays(2), CostCase.PROJECT_ID);

        costs.awaitCell(row, CostCase.FINER, "Data-entry error");
        assertThat(costs.cell(row, CostCase.STATUS)).isEqualTo("Variance - Review");
        assertThat(costs.cell(row, CostCase.NOTES))
                .contains("540.00")
                .contains("450.00")
                .contains("swapped");
    }

    @Test
    void another_amount_under_the_same_number_is_an_amount_variance() {
        String row = costs.row("KM-4", 500, today.minusDays(2), CostCase.PROJECT);
        costs.bill("KM-4", 537.25, today.minusDays(2), CostCase.PROJECT_ID);

        costs.awaitCell(row, CostCase.FINER, "Amount variance");
        assertThat(costs.cell(row, CostCase.NOTES)).contains("37.25");
    }

    @Test
    void the_same_weeks_later_is_a_matter_of_timing() {
        String row = costs.row("KM-5", 610, today.minusDays(50), CostCase.PROJECT);
        costs.bill("KM-5", 610, today.minusDays(8), CostCase.PROJECT_ID);

        costs.awaitCell(row, CostCase.FINER, "Timing");
        assertThat(costs.cell(row, CostCase.NOTES)).contains("42 days");
    }

    @Test
    void another_project_is_a_coding_error() {
        String row = costs.row("KM-6", 333.3, today.minusDays(2), CostCase.PROJECT);
        costs.bill("KM-6", 333.3, today.minusDays(2), OTHER_PROJECT_ID);

        costs.awaitCell(row, CostCase.FINER, "Coding error");
        assertThat(costs.cell(row, CostCase.NOTES))
                .contains(CostCase.PROJECT)
                .contains("Harbor Pier Upgrade");
    }

    @Test
    void of_a_row_that_is_entered_twice_one_is_a_duplicate_and_the_other_for_a_person_to_see() {
        costs.bill("KM-7", 88, today.minusDays(2), CostCase.PROJECT_ID);
        String first = costs.row("KM-7", 88, today.minusDays(2), CostCase.PROJECT);
        costs.awaitCell(first, CostCase.STATUS, "Matched");

        String copy = costs.row("KM-7", 88, today.minusDays(2), CostCase.PROJECT);

        await().untilAsserted(() ->
                assertThat(
                                List.of(
                                        costs.cell(first, CostCase.FINER),
                                        costs.cell(copy, CostCase.FINER)))
                        .containsExactlyInAnyOrder("Probable match", "Duplicate"));
    }

    @Test
    void a_bill_that_is_entered_twice_is_found() {
        costs.row("KM-8", 95, today.minusDays(2), CostCase.PROJECT);
        costs.bill("KM-8", 95, today.minusDays(2), CostCase.PROJECT_ID);
        costs.bill("KM-8", 95, today.minusDays(2), CostCase.PROJECT_ID);

        costs.awaitFinding("DUPLICATE");
    }

    @Test
    void a_bill_of_a_kept_project_that_no_row_asks_for_is_missed_in_smartsheet() {
        costs.bill("KM-9", 1200, today.minusDays(2), CostCase.PROJECT_ID);

        costs.awaitFinding("MISSING_IN_SMARTSHEET");

        costs.row("KM-9", 1200, today.minusDays(2), CostCase.PROJECT);
        await().untilAsserted(() -> assertThat(costs.open("MISSING_IN_SMARTSHEET")).isEmpty());
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
                        Map.of("value", costs.vendorId(), "type", "Vendor"),
                        "TxnDate",
                        today.minusDays(2).toString(),
                        "Line",
                        List.of(CostCase.line(64.3, CostCase.PROJECT_ID))));

        costs.awaitFinding("MISSING_RECEIPT");
    }

    @Test
    void hours_that_the_books_do_not_have_are_unbilled_labor_until_they_do() {
        String row =
                twin.addRow(
                        Twin.TIMESHEETS,
                        Map.of(
                                "Work",
                                "Soundings " + costs.vendor(),
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
                assertThat(twin.cell(Twin.TIMESHEETS, row, CostCase.FINER))
                        .isEqualTo("Unbilled labor"));

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
                assertThat(twin.cell(Twin.TIMESHEETS, row, CostCase.STATUS)).isEqualTo("Matched"));
    }

    @Test
    void a_tie_is_never_guessed() {
        costs.bill(222, today.minusDays(2), "Survey of the quay, northern part");
        costs.bill(222, today.minusDays(2), "Survey of the quay, southern part");

        String row = costs.row(null, 222, today.minusDays(2), CostCase.PROJECT);

        costs.awaitCell(row, CostCase.FINER, "Several fit");
        assertThat(costs.cell(row, CostCase.STATUS)).isEqualTo("Variance - Review");
        assertThat(costs.cell(row, CostCase.NOTES))
                .contains("2 documents fit equally well")
                .contains("alike in vendor, amount, date");
        await().untilAsserted(() ->
                assertThat(costs.open("DISCREPANCY"))
                        .singleElement()
                        .satisfies(finding -> {
                            JsonNode candidates = finding.findValue("candidates");
                            assertThat(candidates).hasSize(2);
                            assertThat(candidates)
                                    .allSatisfy(candidate ->
                                            assertThat(candidate.path("failed").toString())
                                                    .contains("another fits as well"));
                        }));
    }

    @Test
    void a_deleted_bill_leaves_its_row_missing() {
        String row = costs.row("KM-10", 41, today.minusDays(2), CostCase.PROJECT);
        JsonNode bill = costs.bill("KM-10", 41, today.minusDays(2), CostCase.PROJECT_ID);
        costs.awaitCell(row, CostCase.STATUS, "Matched");

        twin.keep("Bill?operation=delete", Map.of("Id", bill.path("Id").asText()));

        costs.awaitCell(row, CostCase.STATUS, "Missing in QB");
    }

    @Test
    void an_invoice_that_tieout_posted_is_no_discrepancy_until_somebody_changes_or_deletes_it() {
        Story story = Story.of(running, "Billed");
        String row = story.row("3");
        story.ready(row);
        running.console().approve(Twin.FIONA, story.reference(row));
        story.invoiceNumber(row);
        String id = story.cell(row, "Invoice Id");
        JsonNode posted =
                twin.invoices().stream()
                        .filter(one -> one.path("Id").asText().equals(id))
                        .findFirst()
                        .orElseThrow();

        twin.keep("Invoice", withQuantity(posted, 4));
        await().untilAsserted(() -> assertThat(about(row, "AMOUNT_VARIANCE")).hasSize(1));
        assertThat(about(row, "AMOUNT_VARIANCE").getFirst().toString())
                .contains("615.00")
                .contains("820.00");

        twin.keep("Invoice", withQuantity(posted, 3));
        await().untilAsserted(() -> assertThat(about(row, "AMOUNT_VARIANCE")).isEmpty());

        twin.keep("Invoice?operation=delete", Map.of("Id", id));
        await().untilAsserted(() -> assertThat(about(row, "MISSING_IN_QUICKBOOKS")).hasSize(1));
    }

    /// The only line of an invoice at another quantity.
    private static Map<String, ?> withQuantity(JsonNode invoice, int quantity) {
        ObjectNode changed = invoice.deepCopy();
        ObjectNode line = (ObjectNode) changed.path("Line").path(0);
        ObjectNode detail = (ObjectNode) line.path("SalesItemLineDetail");
        detail.put("Qty", quantity);
        line.put(
                "Amount",
                detail.path("UnitPrice").decimalValue().multiply(BigDecimal.valueOf(quantity)));
        changed.putArray("Line").add(line.deepCopy());
        changed.remove(List.of("SyncToken", "MetaData", "TotalAmt", "Balance", "TxnTaxDetail"));
        return Http.JSON.convertValue(changed, new TypeReference<>() {});
    }

    /// Open findings of the kind about a billing row.
    private List<JsonNode> about(String row, String kind) {
        return running.console().findings().stream()
                .filter(finding -> finding.toString().contains(kind))
                .filter(finding -> finding.toString().contains(Twin.BILLING + ":" + row))
                .toList();
    }
}
