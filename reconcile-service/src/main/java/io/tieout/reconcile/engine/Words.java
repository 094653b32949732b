package io.tieout.reconcile.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/// How figures are said in evidence. Pure.
final class Words {
    private static final int BRIEF_MAX = 100;

    private Words() {}

    static String amount(long smallestUnits) {
        return BigDecimal.valueOf(smallestUnits, 2).toPlainString();
    }

    /// Enough of a text to know it by.
    static String brief(String text) {
        return text.length() <= BRIEF_MAX ? text : text.substring(0, BRIEF_MAX) + "...";
    }

    static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
