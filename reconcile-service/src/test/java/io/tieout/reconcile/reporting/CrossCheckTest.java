package io.tieout.reconcile.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.reconcile.facts.BookedCosts.Portion;
import io.tieout.reconcile.facts.BookedCosts.Why;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.profitandloss.ProjectProfit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CrossCheckTest {
    @Test
    void the_same_costs_need_no_reason() {
        CrossCheck check = check(profit("3000.0000", "400.0000", "50.0000"), usd("450"));

        assertThat(check.difference().isZero()).isTrue();
        assertThat(check.costs().readable()).isEqualTo("USD 450.00");
        assertThat(check.reasons()).isEmpty();
        assertThat(check.words())
                .containsExactly(
                        "QuickBooks' own profit and loss, by accrual, as of 2026-11-22T18:00:00Z:"
                                + " income USD 3,000.00, costs USD 450.00, net USD 2,550.00.",
                        "Its costs are those that are counted here.");
    }

    @Test
    void each_known_reason_is_said_with_its_amount_and_what_remains_is_said_too() {
        CrossCheck check =
                check(
                        profit("0", "400", "50"),
                        usd("455"),
                        portion(Why.LATER, "40"),
                        portion(Why.OUTSIDE, "7"),
                        portion(Why.NO_EXPENSE, "5"),
                        portion(Why.NAMES_NO_PROJECT, "3"),
                        portion(Why.CORRECTS_HERE, "-20"),
                        portion(Why.CORRECTS_THERE, "9"));

        // 450 - 455 = -40 - 7 - 5 - 3 + 20 + 9 + the rest
        assertThat(check.difference().readable()).isEqualTo("USD -5.00");
        assertThat(check.reasons())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("USD 40.00 was booked or changed"),
                        one -> assertThat(one).startsWith("USD 7.00 is dated outside"),
                        one -> assertThat(one).startsWith("USD 5.00 is booked to accounts"),
                        one -> assertThat(one).startsWith("USD 3.00 names no project"),
                        one -> assertThat(one).startsWith("USD -20.00 comes from entries"),
                        one -> assertThat(one).startsWith("USD 9.00 comes from correcting entries"),
                        one ->
                                assertThat(one)
                                        .startsWith("USD 21.00 of costs stands in QuickBooks'"));
    }

    @Test
    void reasons_that_cancel_each_other_are_said_although_the_sums_agree() {
        CrossCheck check = check(profit("0", "100", "0"), usd("100"), portion(Why.LATER, "30"));

        assertThat(check.difference().isZero()).isTrue();
        assertThat(check.reasons()).hasSize(2);
    }

    @Test
    void by_cash_what_is_not_in_the_report_may_be_unpaid() {
        CrossCheck check =
                CrossCheckTest.check(
                        new ProjectProfit(
                                Instant.parse("2026-11-22T18:00:00Z"),
                                AccountingMethod.CASH,
                                LocalDate.parse("2015-01-01"),
                                LocalDate.parse("2026-11-22"),
                                "USD",
                                true,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO),
                        List.of(usd("120")),
                        List.of());

        assertThat(check.reasons())
                .containsExactly(
                        "USD 120.00 is counted here and not in QuickBooks' report. Its figures are by cash:"
                                + " what is not paid yet is not in them.");
    }

    @Test
    void other_currencies_and_what_stands_on_no_row_are_said_and_never_summed() {
        CrossCheck check =
                Objects.requireNonNull(
                        CrossCheck.of(
                                profit("0", "100", "0"),
                                List.of(
                                        usd("100"),
                                        new Measure(new BigDecimal("70"), "CAD"),
                                        new Measure(new BigDecimal("8"), "HRS")),
                                List.of(),
                                List.of(new Amount(new BigDecimal("25"), "USD"))));

        assertThat(check.reasons()).isEmpty();
        assertThat(check.notes())
                .containsExactly(
                        "USD 25.00 of the costs in QuickBooks stands on no row of the sheets.",
                        "Not compared, in another currency than the report: CAD 70.00.");
    }

    @Test
    void a_project_that_neither_knows_is_not_mentioned_and_one_that_only_tieout_knows_is() {
        ProjectProfit unnamed = profit(false, "0", "0", "0", "0");

        assertThat(CrossCheck.of(unnamed, List.of(), List.of(), List.of())).isNull();
        assertThat(check(unnamed, usd("12")).reasons())
                .containsExactly(
                        "QuickBooks' report does not name this project.",
                        "USD 12.00 is counted here and not in QuickBooks' report.");
    }

    @Test
    void a_net_that_is_more_than_income_and_costs_is_said() {
        CrossCheck check = check(profit(true, "100", "40", "0", "55"), usd("40"));

        assertThat(check.notes())
                .containsExactly(
                        "QuickBooks' net holds USD -5.00 that is neither income nor costs in its report.");
    }

    private static CrossCheck check(ProjectProfit profit, Measure booked, Portion... portions) {
        return check(profit, List.of(booked), Arrays.asList(portions));
    }

    private static CrossCheck check(
            ProjectProfit profit, List<Measure> booked, List<Portion> portions) {
        return Objects.requireNonNull(CrossCheck.of(profit, booked, portions, List.of()));
    }

    private static ProjectProfit profit(String income, String cogs, String expenses) {
        BigDecimal net =
                new BigDecimal(income)
                        .subtract(new BigDecimal(cogs))
                        .subtract(new BigDecimal(expenses));
        return profit(true, income, cogs, expenses, net.toPlainString());
    }

    private static ProjectProfit profit(
            boolean named, String income, String cogs, String expenses, String net) {
        return new ProjectProfit(
                Instant.parse("2026-11-22T18:00:00Z"),
                AccountingMethod.ACCRUAL,
                LocalDate.parse("2015-01-01"),
                LocalDate.parse("2026-11-22"),
                "USD",
                named,
                new BigDecimal(income),
                new BigDecimal(cogs),
                new BigDecimal(expenses),
                new BigDecimal(net));
    }

    private static Measure usd(String amount) {
        return new Measure(new BigDecimal(amount), "USD");
    }

    private static Portion portion(Why why, String amount) {
        return new Portion(why, usd(amount));
    }
}
