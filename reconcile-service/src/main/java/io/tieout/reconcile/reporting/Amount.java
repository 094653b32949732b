package io.tieout.reconcile.reporting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;

/// So much money or time.
///
/// @param unit ISO code of the currency, or `HRS`
public record Amount(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value, String unit) {
    private static final String HOURS = "HRS";

    public static Amount of(Standing line) {
        return new Amount(line.amount(), line.currency());
    }

    static Amount sum(Collection<Standing> lines, String unit) {
        return new Amount(
                lines.stream().map(Standing::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                unit);
    }

    Amount plus(Amount other) {
        return new Amount(value.add(other.value), unit);
    }

    Amount minus(Amount other) {
        return new Amount(value.subtract(other.value), unit);
    }

    Amount absolute() {
        return new Amount(value.abs(), unit);
    }

    @JsonIgnore
    public boolean isZero() {
        return value.signum() == 0;
    }

    /// `USD 12,480.00` or `7.5 h`, as people read it.
    public String readable() {
        return unit.equals(HOURS)
                ? value.stripTrailingZeros().toPlainString() + " h"
                : String.format(
                        Locale.ROOT, "%s %,.2f", unit, value.setScale(2, RoundingMode.HALF_UP));
    }
}
