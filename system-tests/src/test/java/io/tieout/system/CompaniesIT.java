package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tieout.launcher.connect.ConnectionsApi;
import io.tieout.launcher.port.Listener;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.SigningIn;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import io.tieout.system.running.Twin.Placed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A second company beside the first: outside the USA, with several currencies, signed in to while
/// everything runs.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompaniesIT {
    private static final String BILLING = "4800000000000002";
    private static final String COSTS = "4800000000000003";
    private static final String PURCHASING = "4800000000000004";
    private static final String HST = "5";
    private static final String EXEMPT = "6";

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();
    private final String ingest = running.processes().url(Listener.INGEST);
    private final LocalDate today = LocalDate.now(ZoneId.of("America/Toronto"));
    private final String run = Long.toString(System.nanoTime() % 100_000_000, 36);

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    @Order(1)
    void rows_wait_until_somebody_signs_in_and_are_invoiced_with_that_companys_tax_then() {
        Placed ready = billing("Lakeshore Transit", Map.of("Hours", 10));
        await().untilAsserted(() ->
                assertThat(books(Twin.CANADA).path("problems").toString())
                        .contains("Billing Lakeshore Transit")
                        .contains("./tieout connect quickbooks"));
        await().untilAsserted(() ->
                assertThat(console.findings().toString())
                        .contains("quickbooks:" + Twin.CANADA + ": not-connected"));
        assertThat(twin.cell(ready.sheet(), ready.row(), "Draft Reference")).isEmpty();

        signIn();
        JsonNode invoice = approved(ready, "Invoice");

        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("2147.00");
        assertThat(invoice.at("/TxnTaxDetail/TotalTax").decimalValue())
                .isEqualByComparingTo("247.00");
        assertThat(invoice.at("/CurrencyRef/value").asText()).isEqualTo("CAD");
        assertThat(invoice.path("GlobalTaxCalculation").asText()).isEqualTo("TaxExcluded");
        assertThat(invoice.at("/Line/0/SalesItemLineDetail/TaxCodeRef/value").asText())
                .isEqualTo(HST);
        await().untilAsserted(() -> assertThat(books(Twin.CANADA).path("problems")).isEmpty());
    }

    @Test
    @Order(2)
    void a_customer_abroad_is_invoiced_in_its_own_currency_and_without_tax() {
        signIn();

        JsonNode invoice = approved(billing("Harbor Works LLC", Map.of("Hours", 4)), "Invoice");

        assertThat(invoice.at("/CurrencyRef/value").asText()).isEqualTo("USD");
        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("600.00");
        assertThat(invoice.path("HomeTotalAmt").decimalValue())
                .isGreaterThan(new BigDecimal("600.00"));
        assertThat(invoice.at("/Line/0/SalesItemLineDetail/TaxCodeRef/value").asText())
                .isEqualTo(EXEMPT);
    }

    @Test
    @Order(3)
    void a_bill_is_entered_in_its_vendors_currency_or_not_at_all() {
        signIn();
        Placed inDollars = purchase("Erie Switchgear", "ES-" + run, "USD");
        Placed inTheBooks = purchase("Erie Switchgear", "ES-X" + run, "CAD");

        JsonNode bill = approved(inDollars, "Bill");

        assertThat(bill.at("/CurrencyRef/value").asText()).isEqualTo("USD");
        assertThat(bill.at("/Line/0/AccountBasedExpenseLineDetail/TaxCodeRef/value").asText())
                .isNotEmpty();
        await().untilAsserted(() ->
                assertThat(twin.cell(inTheBooks.sheet(), inTheBooks.row(), "Tieout Notes"))
                        .contains("“Erie Switchgear” is paid in USD"));
        assertThat(twin.booksOf(Twin.CANADA, "Bill").toString()).doesNotContain("ES-X" + run);
    }

    @Test
    @Order(4)
    void a_cost_matches_a_bill_in_its_own_currency_only() {
        signIn();
        bill("81", "ER-" + run, "USD", 480);
        bill("81", "EQ-" + run, "USD", 730);

        Placed same = cost("Erie Switchgear", "ER-" + run, 480, "USD");
        Placed other = cost("Erie Switchgear", "EQ-" + run, 730, "CAD");

        awaitCell(same, "Reconciliation Status", "Matched");
        await().untilAsserted(() ->
                assertThat(twin.cell(other.sheet(), other.row(), "Reconciliation Notes"))
                        .contains("USD 730.00"));
        assertThat(twin.cell(other.sheet(), other.row(), "Reconciliation Status"))
                .isNotEqualTo("Matched");
    }

    @Test
    @Order(5)
    void what_befalls_one_company_does_not_hold_up_the_other() {
        signIn();
        twin.http().post("/twin/oauth/disconnect/" + Twin.CANADA, Map.of());
        Placed waiting = billing("Lakeshore Transit", Map.of("Hours", 1));
        await().untilAsserted(() ->
                assertThat(books(Twin.CANADA).path("problems").toString())
                        .contains("./tieout connect"));

        Story home = Story.of(running, "Beside Canada");
        String row = home.row("2");
        home.ready(row);
        console.approve(Twin.FIONA, home.reference(row));
        assertThat(home.invoiceNumber(row)).isNotEmpty();

        assertThat(SigningIn.to(running, Twin.CANADA)).isTrue();
        assertThat(approved(waiting, "Invoice").path("TotalAmt").decimalValue())
                .isEqualByComparingTo("214.70");
    }

    private void signIn() {
        if (!books(Twin.CANADA).path("state").asText().equals("CONNECTED")) {
            assertThat(SigningIn.to(running, Twin.CANADA)).isTrue();
        }
    }

    /// The connection to a company's books as the report shows it; missing when there is none.
    private JsonNode books(String realm) {
        return StreamSupport.stream(
                        ConnectionsApi.at(ingest).report().path("connections").spliterator(), false)
                .filter(one -> one.path("connection").asText().equals("quickbooks:" + realm))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private Placed billing(String customer, Map<String, ?> changed) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("Task", "Signal renewal");
        cells.put("Status", "In Progress");
        cells.put("Customer", customer);
        cells.put("Service", "Consulting");
        cells.put("Work Date", today.minusDays(3).toString());
        cells.put("Billable", true);
        cells.put("Project Manager", Twin.PAULA);
        cells.putAll(changed);
        return ready(
                twin.place(BILLING, Twin.BILLING, "Billing " + customer, cells), "Ready to Bill");
    }

    private Placed purchase(String vendor, String number, String currency) {
        return ready(
                twin.place(
                        PURCHASING,
                        Twin.DOCUMENTS,
                        "Purchasing " + number,
                        Map.of(
                                "Item",
                                "Relays",
                                "Status",
                                "In Progress",
                                "Kind",
                                "Bill",
                                "Vendor",
                                vendor,
                                "Document Number",
                                number,
                                "Date",
                                today.minusDays(2).toString(),
                                "Account",
                                "Subcontractors",
                                "Amount",
                                320,
                                "Currency",
                                currency,
                                "Project Manager",
                                Twin.PAULA)),
                "Ready to Post");
    }

    private Placed cost(String vendor, String number, int amount, String currency) {
        return twin.place(
                COSTS,
                Twin.COSTS,
                "Costs " + number,
                Map.of(
                        "Cost Item", "Switchgear",
                        "Vendor", vendor,
                        "Document Number", number,
                        "Date", today.minusDays(2).toString(),
                        "Actual Cost", amount,
                        "Currency", currency));
    }

    private void bill(String vendor, String number, String currency, int amount) {
        twin.keepIn(
                Twin.CANADA,
                "Bill",
                Map.of(
                        "VendorRef", Map.of("value", vendor),
                        "DocNumber", number,
                        "TxnDate", today.minusDays(2).toString(),
                        "CurrencyRef", Map.of("value", currency),
                        "Line",
                                List.of(
                                        Map.of(
                                                "DetailType",
                                                "AccountBasedExpenseLineDetail",
                                                "Amount",
                                                amount,
                                                "Description",
                                                "Switchgear",
                                                "AccountBasedExpenseLineDetail",
                                                Map.of(
                                                        "AccountRef",
                                                        Map.of("value", "60"),
                                                        "TaxCodeRef",
                                                        Map.of("value", EXEMPT))))));
    }

    /// Marks the row ready once Tieout hears of changes to its sheet.
    private Placed ready(Placed placed, String status) {
        await().untilAsserted(() -> assertThat(webhook(placed.sheet())).isEqualTo("ENABLED"));
        twin.edit(placed.sheet(), placed.row(), Twin.PAULA, Map.of("Status", status));
        return placed;
    }

    private String webhook(String sheet) {
        return StreamSupport.stream(
                        ConnectionsApi.at(ingest).report().path("sheets").spliterator(), false)
                .filter(one -> one.path("sheetId").asText().equals(sheet))
                .map(one -> one.path("webhook").asText())
                .findFirst()
                .orElse("none");
    }

    /// What it has become in the second company's books once finance has approved it.
    private JsonNode approved(Placed placed, String entity) {
        await().untilAsserted(() ->
                assertThat(twin.cell(placed.sheet(), placed.row(), "Draft Reference"))
                        .startsWith("TD-"));
        String reference = twin.cell(placed.sheet(), placed.row(), "Draft Reference").split(" ")[0];
        String proposal = Console.id(console.draft(reference));
        console.approve(Twin.FIONA, reference);
        await().untilAsserted(() ->
                assertThat(twin.booksOf(Twin.CANADA, entity).toString()).contains(proposal));
        assertThat(twin.books(entity).toString()).doesNotContain(proposal);
        return twin.booksOf(Twin.CANADA, entity).stream()
                .filter(one -> one.path("PrivateNote").asText().contains(proposal))
                .findFirst()
                .orElseThrow();
    }

    private void awaitCell(Placed placed, String title, String value) {
        await().untilAsserted(() ->
                assertThat(twin.cell(placed.sheet(), placed.row(), title)).isEqualTo(value));
    }
}
