package io.tieout.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/// A percentage: `8.875` means 8.875 of a hundred; travels as text.
public record Percent(BigDecimal value) {
    public static final Percent ZERO = new Percent(BigDecimal.ZERO);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Percent of(String text) {
        return new Percent(new BigDecimal(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
