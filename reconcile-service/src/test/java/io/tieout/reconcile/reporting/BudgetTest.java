package io.tieout.reconcile.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import io.tieout.reconcile.matching.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void says_what_each_book_has_used_and_what_remains() {
        Budget budget =
                budget(
                        List.of(approved("900.00"), cost("200.00", "USD"), cost("100.00", "USD")),
                        usd("1000"));

        assertThat(budget.rows()).containsExactly("Projects, row 3");
        assertThat(budget.lines())
                .extracting(Budget.Line::words)
                .containsExactly(
                        "Budget USD 900.00: USD 300.00 by the sheet (33.3 percent, USD 600.00 remain),"
                                + " USD 1,000.00 by the books (111.1 percent, USD 100.00 too much)");
        assertThat(budget.uncounted()).isEmpty();
        assertThat(budget.notes()).isEmpty();
    }

    @Test
    void a_project_without_a_budget_has_none_whatever_it_costs() {
        assertThat(Budget.of(List.of(cost("200.00", "USD")), List.of(usd("200")))).isNull();
        assertThat(Budget.of(List.of(project(null, null)), List.of(usd("200")))).isNull();
    }

    @Test
    void a_budget_of_which_nothing_is_used_remains_whole() {
        Budget budget = budget(List.of(approved("900.00")));

        assertThat(budget.lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.books().actual().readable()).isEqualTo("USD 0.00");
                    assertThat(line.books().remaining().readable()).isEqualTo("USD 900.00");
                    assertThat(line.books().percent()).isEqualByComparingTo("0.0");
                });
    }

    @Test
    void budgets_of_several_rows_add_up_and_credits_are_given_back() {
        Budget budget =
                budget(
                        List.of(approved("900.00"), approved("100.00"), cost("-50.00", "USD")),
                        usd("300"),
                        usd("-100"));

        assertThat(budget.lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.approved().readable()).isEqualTo("USD 1,000.00");
                    assertThat(line.sheet().remaining().readable()).isEqualTo("USD 1,050.00");
                    assertThat(line.books().actual().readable()).isEqualTo("USD 200.00");
                });
    }

    @Test
    void money_of_another_currency_is_said_and_not_summed() {
        Budget budget =
                budget(
                        List.of(approved("900.00"), cost("200.00", "USD"), cost("70.00", "EUR")),
                        new Measure(new BigDecimal("80"), "EUR"));

        assertThat(budget.lines())
                .extracting(line -> line.sheet().actual().readable())
                .containsExactly("USD 200.00");
        assertThat(budget.uncounted())
                .extracting(other -> other.sheet().readable() + " / " + other.books().readable())
                .containsExactly("EUR 70.00 / EUR 80.00");
    }

    @Test
    void approved_hours_are_compared_with_hours_where_a_book_has_some() {
        RowObserved both = project(usdMoney("900.00"), Quantity.of("120"));

        assertThat(budget(List.of(both)).lines()).hasSize(1);
        assertThat(budget(List.of(both, hours("30")), Measure.hours(Quantity.of("24.5"))).lines())
                .extracting(Budget.Line::words)
                .element(1)
                .isEqualTo(
                        "Approved 120 h: 30 h by the sheet (25.0 percent, 90 h remain), 24.5 h by the books (20.4 percent, 95.5 h remain)");
    }

    @Test
    void a_budget_of_nothing_has_no_percentage() {
        assertThat(budget(List.of(approved("0.00")), usd("5")).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.books().percent()).isNull();
                    assertThat(line.books().remaining().readable()).isEqualTo("USD -5.00");
                });
    }

    @Test
    void a_budget_that_cannot_be_read_is_said() {
        Budget budget =
                budget(
                        List.of(
                                row(
                                        SheetRole.PROJECTS,
                                        new ProjectFields("Pier 7", null, null, null, null),
                                        new CellProblem(
                                                ColumnPart.BUDGET,
                                                "Budget",
                                                "number-expected",
                                                "Budget: \"a lot\" is text, not a number."))),
                        usd("200"));

        assertThat(budget.lines()).isEmpty();
        assertThat(budget.uncounted()).isEmpty();
        assertThat(budget.notes())
                .containsExactly("Projects, row 3: Budget: \"a lot\" is text, not a number.");
    }

    private static Budget budget(List<RowObserved> rows, Measure... booked) {
        return Objects.requireNonNull(Budget.of(rows, Arrays.asList(booked)));
    }

    private static Measure usd(String amount) {
        return new Measure(new BigDecimal(amount), "USD");
    }

    private static Money usdMoney(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }

    private static RowObserved approved(String amount) {
        return project(usdMoney(amount), null);
    }

    private static RowObserved project(@Nullable Money budget, @Nullable Quantity hours) {
        return row(SheetRole.PROJECTS, new ProjectFields("Pier 7", null, hours, budget, null));
    }

    private static RowObserved cost(String amount, String currency) {
        return row(
                SheetRole.COSTS,
                new CostFields(
                        "Atlas Electric",
                        null,
                        null,
                        "Pier 7",
                        null,
                        Money.of(amount, new CurrencyCode(currency)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static RowObserved hours(String hours) {
        return row(
                SheetRole.TIMESHEETS,
                new TimesheetFields(
                        "Pier 7", null, null, null, Quantity.of(hours), null, null, null, null));
    }

    private static RowObserved row(SheetRole role, RowFields fields, CellProblem... problems) {
        return new RowObserved(
                new RowRef(new SheetId("41"), new RowId("1")),
                new RealmId("1"),
                role,
                "Projects",
                3,
                fields,
                Arrays.asList(problems),
                Map.of(),
                Instant.parse("2026-11-22T10:00:00Z"),
                null,
                false);
    }
}
