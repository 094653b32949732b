package io.tieout.reconcile.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.reconcile.reporting.Amount;
import io.tieout.reconcile.reporting.Budget;
import io.tieout.reconcile.reporting.CrossCheck;
import io.tieout.reconcile.reporting.ReportItem.Part;
import io.tieout.reconcile.reporting.VarianceReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeeklyWordsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    @Test
    void says_what_remains_of_the_budget_and_what_is_not_counted() {
        Budget budget =
                new Budget(
                        List.of(
                                new Budget.Line(
                                        usd("900"),
                                        new Budget.Use(
                                                usd("300"), usd("600"), new BigDecimal("33.3")),
                                        new Budget.Use(
                                                usd("450"), usd("450"), new BigDecimal("50.0")))),
                        List.of(
                                new Budget.Uncounted(
                                        new Amount(new BigDecimal("70"), "EUR"),
                                        new Amount(BigDecimal.ZERO, "EUR"))),
                        List.of("Projects, row 3"),
                        List.of());

        assertThat(WeeklyWords.body(report(budget, null), DAY, "http://console/report"))
                .contains(
                        "\nBudget USD 900.00: USD 300.00 by the sheet (33.3 percent, USD 600.00 remain),"
                                + " USD 450.00 by the books (50.0 percent, USD 450.00 remain).\n"
                                + "Not counted, in another currency: EUR 70.00 by the sheet, EUR 0.00 by the books.\n"
                                + "\nVariance report: http://console/report\n");
    }

    @Test
    void says_nothing_of_a_budget_that_nobody_gave() {
        assertThat(WeeklyWords.body(report(null, null), DAY, "http://console/report"))
                .doesNotContain("udget");
    }

    @Test
    void says_what_quickbooks_own_profit_and_loss_says_and_why_it_differs() {
        CrossCheck check =
                new CrossCheck(
                        Instant.parse("2026-11-22T18:00:00Z"),
                        AccountingMethod.ACCRUAL,
                        LocalDate.parse("2015-01-01"),
                        LocalDate.parse("2026-11-22"),
                        usd("3000"),
                        usd("400"),
                        usd("50"),
                        usd("450"),
                        usd("2550"),
                        usd("490"),
                        usd("-40"),
                        List.of("USD 40.00 is dated outside the report's period."),
                        List.of());

        assertThat(WeeklyWords.body(report(null, check), DAY, "http://console/report"))
                .contains(
                        "\nQuickBooks' own profit and loss, by accrual, as of 2026-11-22T18:00:00Z:"
                                + " income USD 3,000.00, costs USD 450.00, net USD 2,550.00.\n"
                                + "Counted here: USD 490.00; difference USD -40.00.\n"
                                + "USD 40.00 is dated outside the report's period.\n"
                                + "\nVariance report: http://console/report\n");
    }

    private static Amount usd(String amount) {
        return new Amount(new BigDecimal(amount), "USD");
    }

    private static VarianceReport report(
            @Nullable Budget budget, @Nullable CrossCheck profitAndLoss) {
        return new VarianceReport(
                new RealmId("1"),
                "Pier 7",
                Instant.parse("2026-11-23T12:00:00Z"),
                Map.of(Part.MATCHED, 0),
                List.of(),
                List.of(),
                Map.of(),
                budget,
                profitAndLoss);
    }
}
