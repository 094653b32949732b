package io.tieout.console.proposal;

import io.tieout.model.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How many there are and what they add up to, by currency.
public record Totals(List<Part> parts) {
    /// Those in one currency, or those that move no money.
    public record Part(long count, @Nullable Money amount) {}

    public Totals {
        parts = List.copyOf(parts);
    }

    public long count() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    /// `USD 12,480.00 + EUR 3.00`; empty when no money moves.
    public String amount() {
        return parts.stream()
                .map(Part::amount)
                .filter(Objects::nonNull)
                .map(Money::readable)
                .collect(Collectors.joining(" + "));
    }
}
