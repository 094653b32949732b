package io.tieout.model.command;

import io.tieout.model.money.Percent;
import java.util.Objects;

/// One match rule as a person sets it. Their order is that of the list.
///
/// @param step what it looks at: `identifier`, `exact`, `group`, `scored`, `sum` or `total`
/// @param absolute amounts may differ by so many hundredths
/// @param percent or by so much of the larger amount, whichever is more
/// @param days dates may differ by so many days
public record RuleSetting(
        String id, String step, long absolute, Percent percent, int days, boolean enabled) {
    public RuleSetting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(percent, "percent");
    }
}
