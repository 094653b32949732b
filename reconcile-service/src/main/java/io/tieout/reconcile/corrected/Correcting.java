package io.tieout.reconcile.corrected;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A journal entry that was posted to correct a line of the books, as it is now.
///
/// @param row with which the corrected line was brought in line
/// @param line that it corrects, such as `Bill:145#2`
/// @param amounts debits less credits in the accounts in which the line's costs count, by name
public record Correcting(
        RowRef row,
        String line,
        EntityId entry,
        @Nullable String number,
        LocalDate date,
        String currency,
        Map<String, BigDecimal> amounts) {
    public Correcting {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    /// Under which it is a line of the books.
    public String lineId() {
        return EntityType.JOURNAL_ENTRY.wireName() + ":" + entry;
    }

    /// The same over these amounts.
    public Correcting over(Map<String, BigDecimal> newAmounts) {
        return new Correcting(row, line, entry, number, date, currency, newAmounts);
    }

    /// What it adds to the costs.
    public BigDecimal amount() {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Such as `journal entry 12 of 2026-11-23, USD 120.00`.
    public String words() {
        String name =
                number == null || number.isBlank() ? "without number (id " + entry + ")" : number;
        return "journal entry %s of %s, %s".formatted(name, date, effect());
    }

    private String effect() {
        Map<String, BigDecimal> into =
                amounts.entrySet().stream()
                        .filter(one -> one.getValue().signum() > 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (amount().signum() != 0 || into.size() != 1) {
            return readable(amount());
        }
        Map.Entry<String, BigDecimal> only = into.entrySet().iterator().next();
        return "which moves %s to %s".formatted(readable(only.getValue()), only.getKey());
    }

    private String readable(BigDecimal amount) {
        return Money.rounded(amount, new CurrencyCode(currency), RoundingMode.HALF_UP).readable();
    }
}
