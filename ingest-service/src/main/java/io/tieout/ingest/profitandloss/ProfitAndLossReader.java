package io.tieout.ingest.profitandloss;

import io.tieout.connectors.quickbooks.report.Report;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what reports of consecutive periods say of each customer, to the last digit. Pure.
///
/// Intuit documents a column's key and title; that the title is the customer's display name is what
/// public clients of these reports rely on. Whether the key is the customer's id is not known, so
/// it tells only which columns hold accounts and totals.
final class ProfitAndLossReader {
    private static final String TOTAL = "total";

    private ProfitAndLossReader() {}

    /// Refuses reports that do not belong together, and a figure that is no amount of money.
    ///
    /// @param reports one or more, in the order of their periods
    static ProfitAndLossObserved read(RealmId realm, List<Report> reports) {
        Report.Header first = reports.getFirst().header();
        Report.Header last = reports.getLast().header();
        Map<String, ProfitAndLossObserved.Customer> customers = new LinkedHashMap<>();
        for (Report report : reports) {
            Report.Header header = report.header();
            if (!header.currency().equals(first.currency()) || header.basis() != first.basis()) {
                throw new IllegalArgumentException(
                        "Parts of a profit and loss differ: %s by %s, %s by %s"
                                .formatted(
                                        first.currency(),
                                        first.basis().wireName(),
                                        header.currency(),
                                        header.basis().wireName()));
            }
            for (ProfitAndLossObserved.Customer customer : customers(report)) {
                customers.merge(customer.title(), customer, ProfitAndLossReader::sum);
            }
        }
        return new ProfitAndLossObserved(
                realm,
                last.madeAt(),
                first.basis(),
                first.from(),
                last.to(),
                first.currency(),
                List.copyOf(customers.values()));
    }

    private static List<ProfitAndLossObserved.Customer> customers(Report report) {
        CurrencyCode currency = report.header().currency();
        List<ProfitAndLossObserved.Customer> customers = new ArrayList<>();
        for (int i = 0; i < report.columns().size(); i++) {
            Report.Column column = report.columns().get(i);
            if (column.money() && !column.key().equals(TOTAL) && !column.title().isBlank()) {
                ProfitAndLossObserved.Customer customer =
                        new ProfitAndLossObserved.Customer(
                                column.title().strip(),
                                money(currency, report, i, "Income", "OtherIncome"),
                                money(currency, report, i, "COGS"),
                                money(currency, report, i, "Expenses", "OtherExpenses"),
                                money(currency, report, i, "NetIncome"));
                if (!isNothing(customer)) {
                    customers.add(customer);
                }
            }
        }
        return customers;
    }

    private static Money money(CurrencyCode currency, Report report, int column, String... groups) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String group : groups) {
            sum = sum.add(report.amount(group, column));
        }
        return new Money(sum, currency);
    }

    private static boolean isNothing(ProfitAndLossObserved.Customer customer) {
        return customer.income().isZero()
                && customer.costOfGoodsSold().isZero()
                && customer.expenses().isZero()
                && customer.net().isZero();
    }

    private static ProfitAndLossObserved.Customer sum(
            ProfitAndLossObserved.Customer one, ProfitAndLossObserved.Customer other) {
        return new ProfitAndLossObserved.Customer(
                one.title(),
                one.income().plus(other.income()),
                one.costOfGoodsSold().plus(other.costOfGoodsSold()),
                one.expenses().plus(other.expenses()),
                one.net().plus(other.net()));
    }
}
