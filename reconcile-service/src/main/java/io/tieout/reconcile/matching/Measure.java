package io.tieout.reconcile.matching;

import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.reconcile.ledger.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a line is over: money, or hours.
///
/// @param unit a currency's ISO code, or `HRS`
public record Measure(BigDecimal amount, String unit) {
    private static final String HOURS = "HRS";

    private static final int DECIMALS = 2;

    public Measure {
        amount = amount.stripTrailingZeros();
    }

    public static Measure of(Money money) {
        return new Measure(money.amount(), money.currency().value());
    }

    public static Measure hours(Quantity hours) {
        return new Measure(hours.value(), HOURS);
    }

    public Measure negated() {
        return new Measure(amount.negate(), unit);
    }

    /// As people read it, such as `USD 1,200.50` or `6.5 hours`.
    public String words() {
        return isMoney() ? money().readable() : amount.toPlainString() + " hours";
    }

    public boolean isMoney() {
        return !unit.equals(HOURS);
    }

    public Money money() {
        return Money.rounded(amount, new CurrencyCode(unit), RoundingMode.HALF_UP);
    }

    /// In hundredths, in which lines are compared.
    long hundredths() {
        return Bounds.units(amount.setScale(DECIMALS, RoundingMode.HALF_UP), DECIMALS);
    }
}
