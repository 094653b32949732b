package io.tieout.audit.review;

import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;

/// How many hours a row stands for.
public final class Hours {
    private Hours() {}

    /// None where the row passes on a cost: then its hours are not billed.
    public static Quantity of(BillingFields cells) {
        boolean passedOn = cells.cost() != null && !cells.cost().isZero();
        return passedOn || cells.hours() == null ? Quantity.ZERO : cells.hours();
    }
}
