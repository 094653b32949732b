package io.tieout.reconcile.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Which amounts and dates can be in a book at all. What is beyond is somebody's slip: it is kept
/// at the bound, so that it can be told as one, and is compared with nothing.
public final class Bounds {
    /// A trillion, in hundredths.
    private static final long AMOUNT_MAX = 100_000_000_000_000L;

    private static final int DAY_MIN = 0;
    private static final int DAY_MAX = Math.toIntExact(LocalDate.of(2100, 1, 1).toEpochDay());
    private static final int DAYS_KEPT = 1_000_000;

    private Bounds() {}

    /// An amount in units of its last decimal.
    public static long units(BigDecimal amount, int decimals) {
        BigDecimal limit = BigDecimal.valueOf(AMOUNT_MAX, decimals);
        if (amount.abs().compareTo(limit) > 0) {
            return amount.signum() * (AMOUNT_MAX + 1);
        }
        return amount.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /// A date as days since 1970.
    public static int day(LocalDate date) {
        return kept(Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /// A day with which can be reckoned.
    public static int kept(int day) {
        return Math.clamp(day, -DAYS_KEPT, DAYS_KEPT);
    }

    public static boolean isAmount(long units) {
        return units >= -AMOUNT_MAX && units <= AMOUNT_MAX;
    }

    /// From 1970 to 2099.
    public static boolean isDay(int day) {
        return day >= DAY_MIN && day < DAY_MAX;
    }
}
