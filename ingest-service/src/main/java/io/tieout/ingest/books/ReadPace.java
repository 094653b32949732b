package io.tieout.ingest.books;

import io.tieout.connectors.health.ConnectionCheck.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// How long to wait between looks, so that the billed reads last until the month ends. Pure.
final class ReadPace {
    /// Kept back for what cannot be planned: sweeps, single reads, documents.
    private static final long RESERVE_PERCENT = 10;

    private ReadPace() {}

    /// @param usual the interval when there is plenty
    /// @param companies that share the budget
    static Instant next(Instant now, Duration usual, Budget budget, int companies) {
        long left = budget.perMonth() - budget.used();
        Instant monthEnd =
                YearMonth.from(now.atOffset(ZoneOffset.UTC))
                        .plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        if (left <= 0) {
            return monthEnd;
        }
        long spendable = Math.max(1, left - budget.perMonth() * RESERVE_PERCENT / 100);
        Duration rest = Duration.between(now, monthEnd);
        Duration affordable = rest.multipliedBy(Math.max(1, companies)).dividedBy(spendable);
        Duration wait = affordable.compareTo(usual) > 0 ? affordable : usual;
        Instant next = now.plus(wait);
        return next.isAfter(monthEnd) ? monthEnd : next;
    }
}
