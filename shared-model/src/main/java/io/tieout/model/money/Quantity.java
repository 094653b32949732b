package io.tieout.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/// A quantity such as hours or pieces, without trailing zeros; travels as text.
public record Quantity(BigDecimal value) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);
    public static final Quantity ONE = new Quantity(BigDecimal.ONE);

    /// Refuses more than five decimals, QuickBooks' own limit for quantities, and magnitudes beyond
    /// 10^9.
    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > 5 || value.precision() - value.scale() > 9) {
            throw new IllegalArgumentException("Quantity out of range: " + value);
        }
        value = value.scale() < 0 ? value.setScale(0) : value;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Quantity of(String text) {
        return new Quantity(new BigDecimal(text));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    @JsonIgnore
    public boolean isNegative() {
        return value.signum() < 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
