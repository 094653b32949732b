package io.tieout.twin.quickbooks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.wire.WireRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfitAndLossTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final String YEAR = "start_date=2026-01-01&end_date=2026-12-31";

    private final Realm realm = new Realm("1");

    @BeforeEach
    void a_company() {
        put("Customer", "{'Id':'70','DisplayName':'Pier 7','Job':true}");
        put("Customer", "{'Id':'71','DisplayName':'Quay'}");
        put("Account", "{'Id':'33','Name':'Payables','AccountType':'Accounts Payable'}");
        put("Account", "{'Id':'41','Name':'Services','AccountType':'Income'}");
        put("Account", "{'Id':'45','Name':'Interest','AccountType':'Other Income'}");
        put("Account", "{'Id':'60','Name':'Subcontractors','AccountType':'Cost of Goods Sold'}");
        put("Account", "{'Id':'61','Name':'Travel','AccountType':'Expense'}");
        put("Account", "{'Id':'69','Name':'Penalties','AccountType':'Other Expense'}");
        put(
                "Item",
                "{'Id':'1','Name':'Consulting','IncomeAccountRef':{'value':'41'},'ExpenseAccountRef':{'value':'60'}}");
    }

    @Test
    void income_and_costs_stand_with_their_customer_and_what_names_none_stands_by_itself() {
        put(
                "Invoice",
                "{'Id':'1','TxnDate':'2026-11-01','CustomerRef':{'value':'70'},'TotalAmt':324.00,'Balance':324.00,"
                        + "'Line':[{'DetailType':'SalesItemLineDetail','Amount':300.00,'SalesItemLineDetail':{'ItemRef':{'value':'1'}}},"
                        + "{'DetailType':'SubTotalLineDetail','Amount':300.00,'SubTotalLineDetail':{}}]}");
        put("Bill", expense("2", "120.50", "60", "70"));
        put("VendorCredit", expense("3", "20.00", "60", "70"));
        put("Purchase", expense("4", "64.30", "61", null));
        put(
                "JournalEntry",
                "{'Id':'5','TxnDate':'2026-11-03','TotalAmt':9.00,'Line':["
                        + "{'DetailType':'JournalEntryLineDetail','Amount':9.00,'JournalEntryLineDetail':{'PostingType':'Debit',"
                        + "'AccountRef':{'value':'69'},'Entity':{'Type':'Customer','EntityRef':{'value':'71'}}}},"
                        + "{'DetailType':'JournalEntryLineDetail','Amount':9.00,'JournalEntryLineDetail':{'PostingType':'Credit','AccountRef':{'value':'33'}}}]}");

        var report = report(YEAR + "&summarize_column_by=Customers&accounting_method=Accrual");

        assertThat(titles(report)).containsExactly("", "Pier 7", "Quay", "Not Specified", "TOTAL");
        assertThat(summary(report, "Income"))
                .containsExactly("Total Income", "300.00", "", "", "300.00");
        assertThat(summary(report, "COGS"))
                .containsExactly("Total Cost of Goods Sold", "100.50", "", "", "100.50");
        assertThat(summary(report, "GrossProfit"))
                .containsExactly("Gross Profit", "199.50", "", "", "199.50");
        assertThat(summary(report, "Expenses"))
                .containsExactly("Total Expenses", "", "", "64.30", "64.30");
        assertThat(summary(report, "OtherExpenses"))
                .containsExactly("Total Other Expenses", "", "9.00", "", "9.00");
        assertThat(summary(report, "NetIncome"))
                .containsExactly("Net Income", "199.50", "-9.00", "-64.30", "126.20");
        assertThat(
                        row(report, "COGS")
                                .path("Rows")
                                .path("Row")
                                .get(0)
                                .path("ColData")
                                .get(0)
                                .path("id")
                                .asText())
                .isEqualTo("60");
    }

    @Test
    void a_report_of_days_on_which_nothing_happened_says_so_and_has_a_total_alone() {
        put("Bill", expense("2", "120.50", "60", "70"));

        var report =
                report("start_date=2015-01-01&end_date=2015-07-31&summarize_column_by=Customers");

        assertThat(titles(report)).containsExactly("", "TOTAL");
        assertThat(report.path("Header").path("Option").get(1).path("Value").asText())
                .isEqualTo("true");
        assertThat(report.path("Rows").path("Row"))
                .extracting(one -> one.path("group").asText())
                .containsExactly(
                        "Income", "GrossProfit", "Expenses", "NetOperatingIncome", "NetIncome");
        assertThat(summary(report, "NetIncome")).containsExactly("Net Income", "");
    }

    @Test
    void by_cash_an_invoice_counts_as_far_as_it_is_paid_and_an_unpaid_bill_not_at_all() {
        put(
                "Invoice",
                "{'Id':'1','TxnDate':'2026-11-01','CustomerRef':{'value':'70'},'TotalAmt':300.00,'Balance':200.00,"
                        + "'Line':[{'DetailType':'SalesItemLineDetail','Amount':300.00,'SalesItemLineDetail':{'ItemRef':{'value':'1'}}}]}");
        put("Bill", expense("2", "120.50", "60", "70"));

        var report = report(YEAR + "&accounting_method=Cash");

        assertThat(titles(report)).containsExactly("", "Total");
        assertThat(summary(report, "NetIncome")).containsExactly("Net Income", "100.00");
    }

    @Test
    void
            foreign_documents_count_in_the_home_currency_and_only_those_of_the_customer_that_is_asked_for() {
        put(
                "Bill",
                "{'Id':'2','TxnDate':'2026-11-03','TotalAmt':10.00,'ExchangeRate':1.35,'Line':[{'DetailType':'ItemBasedExpenseLineDetail',"
                        + "'Amount':10.00,'ItemBasedExpenseLineDetail':{'ItemRef':{'value':'1'},'CustomerRef':{'value':'70'}}}]}");
        put("Purchase", expense("4", "64.30", "61", "71"));

        var report = report(YEAR + "&customer=70");

        assertThat(summary(report, "COGS")).containsExactly("Total Cost of Goods Sold", "13.50");
        assertThat(summary(report, "Expenses")).containsExactly("Total Expenses", "");
        assertThat(report.path("Header").path("Customer").asText()).isEqualTo("70");
    }

    @Test
    void what_the_vendor_does_not_know_is_refused() {
        assertFault("2060", "start_date=yesterday");
        assertFault("2060", "start_date=2026-02-01&end_date=2026-01-01");
        assertFault("2170", YEAR + "&accounting_method=accrual");
        assertFault("2170", YEAR + "&summarize_column_by=Projects");
        assertFault("2010", YEAR + "&project=70");
    }

    private void assertFault(String code, String query) {
        assertThatThrownBy(() -> report(query))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static String expense(String id, String amount, String account, String customer) {
        return ("{'Id':'%s','TxnDate':'2026-11-03','TotalAmt':%s,'Balance':%s,'Line':[{'DetailType':'AccountBasedExpenseLineDetail',"
                        + "'Amount':%s,'AccountBasedExpenseLineDetail':{'AccountRef':{'value':'%s'}%s}}]}")
                .formatted(
                        id,
                        amount,
                        amount,
                        amount,
                        account,
                        customer == null ? "" : ",'CustomerRef':{'value':'" + customer + "'}");
    }

    private void put(String entity, String json) {
        realm.put(entity, (ObjectNode) Json.parse(json.replace('\'', '"')));
    }

    private JsonNode report(String query) {
        var parameters =
                Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        return ProfitAndLoss.of(
                realm,
                new WireRequest("GET", "/", query, List.of(), parameters, Map.of(), new byte[0]),
                NOW);
    }

    private static List<String> titles(JsonNode report) {
        List<String> titles = new ArrayList<>();
        report.path("Columns")
                .path("Column")
                .forEach(column -> titles.add(column.path("ColTitle").asText()));
        return titles;
    }

    private static JsonNode row(JsonNode report, String group) {
        for (var row : report.path("Rows").path("Row")) {
            if (row.path("group").asText().equals(group)) {
                return row;
            }
        }
        throw new AssertionError("no " + group + " in " + report);
    }

    private static List<String> summary(JsonNode report, String group) {
        List<String> cells = new ArrayList<>();
        row(report, group)
                .path("Summary")
                .path("ColData")
                .forEach(cell -> cells.add(cell.path("value").asText()));
        return cells;
    }
}
