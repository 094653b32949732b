package io.tieout.reconcile.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ways in which a person mistypes an amount or a date. Pure.
public enum Slip {
    TRANSPOSED_DIGITS("two digits are swapped"),
    SLIPPED_DECIMAL("the decimal point is in another place"),
    WRONG_SIGN("the sign is the other one"),
    WRONG_YEAR("the year is another one"),
    IMPOSSIBLE_DATE("one of the dates cannot be");

    private final String words;

    Slip(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// How `one` may have been typed for `other`; absent when it is none of these.
    public static @Nullable Slip between(long one, long other) {
        if (one == other || one == 0 || other == 0) {
            return null;
        }
        if (one == -other) {
            return WRONG_SIGN;
        }
        if (one < 0 != other < 0) {
            return null;
        }
        long small = Math.min(Math.abs(one), Math.abs(other));
        long large = Math.max(Math.abs(one), Math.abs(other));
        for (long factor = 10; factor <= 1000; factor *= 10) {
            if (large / factor == small && large % factor < factor) {
                return SLIPPED_DECIMAL;
            }
        }
        return transposed(small, large) ? TRANSPOSED_DIGITS : null;
    }

    /// Whether two days are the same day of another year.
    public static boolean isOtherYear(int oneDay, int otherDay) {
        int apart = Math.abs(oneDay - otherDay);
        return (apart >= 362 && apart <= 369) || (apart >= 727 && apart <= 734);
    }

    /// Amounts that `amount` may have been typed for.
    public static List<Long> variants(long amount) {
        List<Long> variants = new ArrayList<>();
        if (amount == 0) {
            return variants;
        }
        long sign = Long.signum(amount);
        char[] digits = Long.toString(Math.abs(amount)).toCharArray();
        for (int i = 0; i + 1 < digits.length; i++) {
            if (digits[i] != digits[i + 1]) {
                char[] swapped = digits.clone();
                swapped[i] = digits[i + 1];
                swapped[i + 1] = digits[i];
                variants.add(sign * Long.parseLong(new String(swapped)));
            }
        }
        for (long factor = 10; factor <= 1000; factor *= 10) {
            variants.add(amount / factor);
            variants.add(Math.multiplyExact(amount, factor));
        }
        variants.add(-amount);
        return variants;
    }

    private static boolean transposed(long small, long large) {
        if ((large - small) % 9 != 0) {
            return false;
        }
        char[] one = Long.toString(large).toCharArray();
        char[] other = String.format("%0" + one.length + "d", small).toCharArray();
        int first = 0;
        while (first < one.length && one[first] == other[first]) {
            first++;
        }
        if (first + 1 >= one.length
                || one[first] != other[first + 1]
                || one[first + 1] != other[first]) {
            return false;
        }
        for (int i = first + 2; i < one.length; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        return true;
    }
}
