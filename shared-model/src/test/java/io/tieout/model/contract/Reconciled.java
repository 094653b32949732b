package io.tieout.model.contract;

import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.time.LocalDate;

/// Examples of rows that say all that is compared, and what the books say of them.
final class Reconciled {
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");

    private Reconciled() {}

    static RowFields cost() {
        return new CostFields(
                "Atlas Electric",
                "INV-77",
                "Cabling",
                "Pier 7",
                DAY,
                Money.of("1200.50", CurrencyCode.USD),
                "Matched",
                "Bill INV-77",
                "PO-12",
                "731",
                "Materials",
                "East",
                "Matched");
    }

    static RowFields time() {
        return new TimesheetFields(
                "Pier 7",
                "Engineering",
                "paula@harbor.example",
                DAY,
                Quantity.of("6.5"),
                "Load tests",
                "Matched",
                "Time of 2026-11-03",
                "Matched");
    }
}
