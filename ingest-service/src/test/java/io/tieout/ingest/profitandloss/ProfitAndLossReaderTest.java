package io.tieout.ingest.profitandloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.quickbooks.report.Report;
import io.tieout.ingest.profitandloss.Periods.Period;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfitAndLossReaderTest {
    private static final RealmId REALM = new RealmId("9130");

    @Test
    void each_customer_has_its_column_and_the_total_is_nobodys() throws IOException {
        String tape =
                Files.readString(Path.of("..", "tapes", "quickbooks", "read-profit-and-loss.json"));

        ProfitAndLossObserved read = read(json(tape).at("/response/body").toString());

        assertThat(read.to()).isEqualTo("2035-12-31");
        assertThat(read.customers())
                .containsExactly(
                        customer("Harbor Pier Upgrade", "3000.00", "2486.40", "64.30", "449.30"),
                        customer("Not Specified", "0", "0", "642.10", "-642.10"));
    }

    @Test
    void other_income_is_income_and_other_expenses_are_expenses() {
        ProfitAndLossObserved read =
                read(
                        report(
                                "2026-11-22",
                                "USD",
                                section("Income", "100.00"),
                                section("OtherIncome", "7.50"),
                                section("Expenses", "20.00"),
                                section("OtherExpenses", "2.25"),
                                section("NetIncome", "85.25")));

        assertThat(read.customers())
                .containsExactly(customer("Pier 7", "107.50", "0", "22.25", "85.25"));
    }

    @Test
    void parts_of_a_period_are_added_up_by_customer() {
        ProfitAndLossObserved read =
                read(
                        report("2026-06-30", "USD", section("COGS", "10.00")),
                        report("2026-11-22", "USD", section("COGS", "2.50")));

        assertThat(read.from()).isEqualTo("2026-01-01");
        assertThat(read.to()).isEqualTo("2026-11-22");
        assertThat(read.customers()).containsExactly(customer("Pier 7", "0", "12.50", "0", "0"));
    }

    @Test
    void a_customer_without_any_figure_is_left_out() {
        assertThat(read(report("2026-11-22", "USD", section("Income", ""))).customers()).isEmpty();
    }

    @Test
    void parts_in_different_currencies_and_figures_that_are_no_money_are_refused() {
        assertThatThrownBy(() ->
                        read(
                                report("2026-06-30", "USD", section("COGS", "10.00")),
                                report("2026-11-22", "CAD", section("COGS", "2.50"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CAD");
        assertThatThrownBy(() -> read(report("2026-11-22", "USD", section("COGS", "ten"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(report("2026-11-22", "USD", section("COGS", "1.005"))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void days_are_cut_where_a_report_may_not_cover_them_all() {
        LocalDate from = LocalDate.parse("2026-01-31");
        LocalDate to = LocalDate.parse("2026-06-02");

        assertThat(Periods.of(from, to, 1200)).containsExactly(new Period(from, to));
        assertThat(Periods.of(from, to, 2))
                .containsExactly(
                        new Period(from, LocalDate.parse("2026-03-30")),
                        new Period(LocalDate.parse("2026-03-31"), LocalDate.parse("2026-05-30")),
                        new Period(LocalDate.parse("2026-05-31"), to));
        assertThat(Periods.of(to, from, 2)).isEmpty();
        assertThat(Periods.of(to, to, 1)).containsExactly(new Period(to, to));
    }

    private static ProfitAndLossObserved read(String... reports) {
        return ProfitAndLossReader.read(
                REALM, List.of(reports).stream().map(text -> Report.of(json(text))).toList());
    }

    private static JsonNode json(String text) {
        return VendorJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProfitAndLossObserved.Customer customer(
            String title, String income, String cogs, String expenses, String net) {
        return new ProfitAndLossObserved.Customer(
                title, usd(income), usd(cogs), usd(expenses), usd(net));
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }

    private static String section(String group, String figure) {
        return "{\"type\":\"Section\",\"group\":\"%s\",\"Summary\":{\"ColData\":[{\"value\":\"T\"},{\"value\":\"%s\"},{\"value\":\"%s\"}]}}"
                .formatted(group, figure, figure);
    }

    private static String report(String to, String currency, String... sections) {
        return """
        {"Header":{"Time":"2026-11-22T10:00:00Z","ReportName":"ProfitAndLoss","ReportBasis":"Accrual","StartPeriod":"2026-01-01",
          "EndPeriod":"%s","SummarizeColumnsBy":"Customers","Currency":"%s"},
         "Columns":{"Column":[{"ColTitle":"","ColType":"Account","MetaData":[{"Name":"ColKey","Value":"account"}]},
          {"ColTitle":"Pier 7","ColType":"Money","MetaData":[{"Name":"ColKey","Value":"70"}]},
          {"ColTitle":"TOTAL","ColType":"Money","MetaData":[{"Name":"ColKey","Value":"total"}]}]},
         "Rows":{"Row":[%s]}}\
        """
                .formatted(to, currency, String.join(",", sections));
    }
}
