package io.tieout.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;

/// An ISO 4217 currency.
public record CurrencyCode(@JsonValue String value) {
    /// US dollars.
    public static final CurrencyCode USD = new CurrencyCode("USD");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CurrencyCode {
        Currency.getInstance(value);
    }

    /// Decimal places of the smallest unit, 2 for most.
    public int scale() {
        return Math.max(0, Currency.getInstance(value).getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return value;
    }
}
