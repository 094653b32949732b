package io.tieout.model.quickbooks;

import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// QuickBooks' own profit and loss by customer, jobs and projects among them, as it was at a
/// moment. Customers of whom it says nothing have neither income nor costs in the period.
///
/// @param asOf when QuickBooks made the report
/// @param from first day of the period, and `to` its last
/// @param currency of all figures: the books' own
public record ProfitAndLossObserved(
        RealmId realmId,
        Instant asOf,
        AccountingMethod method,
        LocalDate from,
        LocalDate to,
        CurrencyCode currency,
        List<Customer> customers)
        implements EntityEvent {
    public ProfitAndLossObserved {
        customers = List.copyOf(customers);
        for (Customer customer : customers) {
            for (Money figure :
                    List.of(
                            customer.income(),
                            customer.costOfGoodsSold(),
                            customer.expenses(),
                            customer.net())) {
                if (!figure.currency().equals(currency)) {
                    throw new IllegalArgumentException(
                            "A profit and loss in %s holds %s".formatted(currency, figure));
                }
            }
        }
    }

    /// What the report says of one customer.
    ///
    /// @param title what the report calls it: the display name, or `Parent:Child`
    /// @param income other income included
    /// @param expenses other expenses included
    /// @param net as QuickBooks computed it
    public record Customer(
            String title, Money income, Money costOfGoodsSold, Money expenses, Money net) {}

    @Override
    public String key() {
        return realmId + ":profit-and-loss";
    }
}
