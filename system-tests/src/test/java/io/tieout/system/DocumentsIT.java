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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rows become bills, purchase orders, journal entries and time under the same gate as invoices.
class DocumentsIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();
    private final String run = Long.toString(System.nanoTime() % 1_000_000);

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_bill_of_two_rows_is_entered_once_and_its_number_comes_back() {
        String first = bill("AE-" + run, "Job Materials", 840.5);
        String second = bill("AE-" + run, "Travel", 59.5);

        ready(first, second);
        await().untilAsserted(() ->
                assertThat(cell(second, "Draft Reference"))
                        .startsWith("TD-")
                        .isEqualTo(cell(first, "Draft Reference")));
        approve(first);

        assertThat(posted(first)).isEqualTo("AE-" + run);
        assertThat(posted(second)).isEqualTo("AE-" + run);
        List<JsonNode> bills = ours("Bill", first);
        assertThat(bills).hasSize(1);
        assertThat(bills.getFirst().path("TotalAmt").decimalValue()).isEqualByComparingTo("900");
        assertThat(cell(first, "QuickBooks Id")).isEqualTo(bills.getFirst().path("Id").asText());
        assertThat(cell(first, "QuickBooks Date"))
                .isEqualTo(bills.getFirst().path("TxnDate").asText());
    }

    @Test
    void an_order_a_journal_entry_and_time_are_entered_after_approval() {
        String order =
                row(
                        Map.of(
                                "Kind", "Purchase Order",
                                "Vendor", "Cascade Rentals",
                                "Account", "Equipment Rental",
                                "Amount", 1200));
        String debit = journal("JE-" + run, "Equipment Rental", "Debit", 650);
        String credit = journal("JE-" + run, "Accrued Expenses", "Credit", 650);
        String time =
                row(
                        Map.of(
                                "Kind", "Time Activity",
                                "Vendor", "Delta Freight",
                                "Service", "Engineering",
                                "Customer", "Harbor Works LLC",
                                "Hours", 6.5,
                                "Billable", true));

        ready(order, debit, credit, time);
        Stream.of(order, debit, time).forEach(this::approve);

        Stream.of(order, debit, credit, time).forEach(this::awaitPosted);
        assertThat(ours("PurchaseOrder", order)).hasSize(1);
        assertThat(ours("JournalEntry", debit)).hasSize(1);
        List<JsonNode> times = ours("TimeActivity", time);
        assertThat(times).hasSize(1);
        assertThat(times.getFirst().path("Hours").asInt()).isEqualTo(6);
        assertThat(times.getFirst().path("Minutes").asInt()).isEqualTo(30);
    }

    @Test
    void an_entry_that_does_not_balance_waits_with_the_reason_on_its_rows() {
        String debit = journal("JX-" + run, "Equipment Rental", "Debit", 100);
        String credit = journal("JX-" + run, "Accrued Expenses", "Credit", 90);

        ready(debit, credit);

        await().untilAsserted(
                        () -> assertThat(cell(debit, "Tieout Notes")).contains("does not balance"));
        assertThat(cell(debit, "Draft Reference")).isEmpty();
        twin.edit(Twin.DOCUMENTS, credit, Twin.PAULA, Map.of("Credit", 100));
        approve(debit);
        awaitPosted(credit);
    }

    @Test
    void a_journal_entry_over_the_threshold_needs_a_second_person() {
        String debit = journal("JT-" + run, "Equipment Rental", "Debit", 10_500);
        String credit = journal("JT-" + run, "Accrued Expenses", "Credit", 10_500);

        ready(debit, credit);
        approve(debit);

        String reference = reference(debit);
        await().untilAsserted(
                        () -> assertThat(console.draft(reference).toString()).contains("APPROVER"));
        assertThat(cell(debit, "QuickBooks Id")).isEmpty();
        console.approve(Twin.ARTHUR, reference);
        awaitPosted(debit);
    }

    @Test
    void an_unknown_vendor_is_named_on_the_row_and_proceeds_once_it_exists() {
        String vendor = "Kelpie Divers " + run;
        String row =
                row(
                        Map.of(
                                "Kind",
                                "Bill",
                                "Vendor",
                                vendor,
                                "Document Number",
                                "KD-" + run,
                                "Account",
                                "Subcontractors",
                                "Amount",
                                300));

        ready(row);

        await().untilAsserted(() -> assertThat(cell(row, "Tieout Notes")).contains(vendor));
        twin.keep("Vendor", Map.of("DisplayName", vendor));
        approve(row);
        awaitPosted(row);
    }

    private String bill(String number, String account, double amount) {
        return row(
                Map.of(
                        "Kind", "Bill",
                        "Vendor", "Atlas Electric",
                        "Document Number", number,
                        "Account", account,
                        "Amount", amount));
    }

    private String journal(String number, String account, String side, double amount) {
        return row(
                Map.of(
                        "Kind",
                        "Journal Entry",
                        "Document Number",
                        number,
                        "Account",
                        account,
                        side,
                        amount));
    }

    private String row(Map<String, ?> cells) {
        Map<String, Object> all = new HashMap<>(cells);
        all.put("Item", "Item " + run);
        all.put("Status", "In Progress");
        all.put("Date", LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3).toString());
        return twin.addRow(Twin.DOCUMENTS, all);
    }

    private void ready(String... rows) {
        for (String row : rows) {
            twin.edit(Twin.DOCUMENTS, row, Twin.PAULA, Map.of("Status", "Ready to Post"));
        }
    }

    private String reference(String row) {
        await().untilAsserted(() -> assertThat(cell(row, "Draft Reference")).startsWith("TD-"));
        return cell(row, "Draft Reference").split(" ")[0];
    }

    private void approve(String row) {
        console.approve(Twin.FIONA, reference(row));
    }

    private void awaitPosted(String row) {
        await().untilAsserted(() -> {
            assertThat(cell(row, "QuickBooks Status")).isEqualTo("Posted");
            assertThat(cell(row, "QuickBooks Id")).isNotEmpty();
        });
    }

    private String posted(String row) {
        awaitPosted(row);
        return cell(row, "QuickBooks Number");
    }

    private List<JsonNode> ours(String entity, String row) {
        String id = Console.id(console.draft(reference(row)));
        return twin.books(entity).stream()
                .filter(document -> document.toString().contains(id))
                .toList();
    }

    private String cell(String row, String title) {
        return twin.cell(Twin.DOCUMENTS, row, title);
    }
}
