package io.tieout.reconcile.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/// How figures are said in evidence. Pure.
final class Words {
    private Words() {}

    static String amount(long smallestUnits) {
        return BigDecimal.valueOf(smallestUnits, 2).toPlainString();
    }

    static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
