package io.tieout.reconcile.reporting;

import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.reconcile.facts.BookedCosts.Portion;
import io.tieout.reconcile.facts.BookedCosts.Why;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.profitandloss.ProjectProfit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// QuickBooks' own profit and loss of a project beside the costs that Tieout counts for it, and
/// what their difference is made of, to the last cent: what has no other reason is said as that.
/// Pure.
///
/// @param asOf when QuickBooks made its report
/// @param costs of goods sold and expenses together
/// @param counted what Tieout counts as booked costs, in the same currency
/// @param difference costs by QuickBooks' report less what is counted
/// @param reasons of the difference, in sentences; empty when there is none
/// @param notes on what is not compared, or stands on no row
public record CrossCheck(
        Instant asOf,
        AccountingMethod method,
        LocalDate from,
        LocalDate to,
        Amount income,
        Amount costOfGoodsSold,
        Amount expenses,
        Amount costs,
        Amount net,
        Amount counted,
        Amount difference,
        List<String> reasons,
        List<String> notes) {
    private static final String HOURS = "HRS";

    public CrossCheck {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    /// Absent when neither has anything to say of the project.
    ///
    /// @param booked all that Tieout counts
    /// @param portions what of it the report counts otherwise
    /// @param rowless costs in the books that stand on no row of a sheet
    static @Nullable CrossCheck of(
            ProjectProfit profit,
            Collection<Measure> booked,
            Collection<Portion> portions,
            Collection<Amount> rowless) {
        String unit = profit.currency();
        Amount counted = sum(booked, unit);
        if (!profit.named() && counted.isZero()) {
            return null;
        }
        Amount costs = amount(profit.costOfGoodsSold().add(profit.expenses()), unit);
        Amount difference = amount(costs.value().subtract(counted.value()), unit);
        return new CrossCheck(
                profit.asOf(),
                profit.method(),
                profit.from(),
                profit.to(),
                amount(profit.income(), unit),
                amount(profit.costOfGoodsSold(), unit),
                amount(profit.expenses(), unit),
                costs,
                amount(profit.net(), unit),
                counted,
                difference,
                reasons(profit, portions, difference),
                notes(profit, booked, rowless));
    }

    private static List<String> reasons(
            ProjectProfit profit, Collection<Portion> portions, Amount difference) {
        String unit = profit.currency();
        List<String> reasons = new ArrayList<>();
        if (!profit.named()) {
            reasons.add("QuickBooks' report does not name this project.");
        }
        Amount rest = difference;
        for (Why why : Why.values()) {
            Amount portion =
                    sum(
                            portions.stream()
                                    .filter(one -> one.why() == why)
                                    .map(Portion::measure)
                                    .toList(),
                            unit);
            if (!portion.isZero()) {
                reasons.add(words(why, portion));
                rest = why.onlyInTheReport() ? rest.minus(portion) : rest.plus(portion);
            }
        }
        if (!rest.isZero()) {
            reasons.add(rest(profit.method(), rest));
        }
        return reasons;
    }

    private static String words(Why why, Amount portion) {
        String amount = portion.readable();
        return switch (why) {
            case LATER ->
                    amount + " was booked or changed in QuickBooks after the report was made.";
            case OUTSIDE -> amount + " is dated outside the report's period.";
            case NO_EXPENSE -> amount + " is booked to accounts that are no expenses.";
            case NAMES_NO_PROJECT ->
                    amount
                            + " names no project in QuickBooks, and is counted because the project's rows were matched with it.";
            case CORRECTS_HERE ->
                    amount
                            + " comes from entries that correct documents of this project, and is counted with these.";
            case CORRECTS_THERE ->
                    amount
                            + " comes from correcting entries that name this project in QuickBooks; it is counted with the documents that they correct.";
        };
    }

    private static String rest(AccountingMethod method, Amount rest) {
        String unpaid =
                switch (method) {
                    case ACCRUAL -> "";
                    case CASH -> " Its figures are by cash: what is not paid yet is not in them.";
                };
        return (rest.value().signum() > 0
                        ? rest.readable()
                                + " of costs stands in QuickBooks' report that no bill, expense, credit or journal entry"
                                + " known here explains; payroll and inventory, for example, are not read."
                        : rest.absolute().readable()
                                + " is counted here and not in QuickBooks' report.")
                + unpaid;
    }

    private static List<String> notes(
            ProjectProfit profit, Collection<Measure> booked, Collection<Amount> rowless) {
        List<String> notes = new ArrayList<>();
        rowless.stream()
                .filter(amount -> !amount.isZero())
                .forEach(amount ->
                        notes.add(
                                amount.readable()
                                        + " of the costs in QuickBooks stands on no row of the sheets."));
        booked.stream()
                .map(Measure::unit)
                .distinct()
                .filter(unit -> !unit.equals(profit.currency()) && !unit.equals(HOURS))
                .sorted()
                .map(unit -> sum(booked, unit))
                .filter(amount -> !amount.isZero())
                .forEach(amount ->
                        notes.add(
                                "Not compared, in another currency than the report: "
                                        + amount.readable()
                                        + "."));
        BigDecimal beyond =
                profit.net()
                        .subtract(profit.income())
                        .add(profit.costOfGoodsSold())
                        .add(profit.expenses());
        if (beyond.signum() != 0) {
            notes.add(
                    "QuickBooks' net holds %s that is neither income nor costs in its report."
                            .formatted(new Amount(beyond, profit.currency()).readable()));
        }
        return notes;
    }

    private static Amount sum(Collection<Measure> measures, String unit) {
        return amount(
                measures.stream()
                        .filter(measure -> measure.unit().equals(unit))
                        .map(Measure::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                unit);
    }

    private static Amount amount(BigDecimal value, String unit) {
        return new Amount(value.stripTrailingZeros(), unit);
    }

    /// As a mail says it, a sentence each.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(
                "QuickBooks' own profit and loss, by %s, as of %s: income %s, costs %s, net %s."
                        .formatted(
                                method.wireName().toLowerCase(Locale.ROOT),
                                asOf,
                                income.readable(),
                                costs.readable(),
                                net.readable()));
        words.add(
                difference.isZero()
                        ? "Its costs are those that are counted here."
                        : "Counted here: %s; difference %s."
                                .formatted(counted.readable(), difference.readable()));
        words.addAll(reasons);
        words.addAll(notes);
        return words;
    }
}
