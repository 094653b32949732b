package io.tieout.ingest.profitandloss;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Cuts days into parts that one report may cover. Pure.
final class Periods {
    private Periods() {}

    /// A part: `from` and `to` belong to it.
    record Period(LocalDate from, LocalDate to) {}

    /// @param monthsMax of one part
    static List<Period> of(LocalDate from, LocalDate to, int monthsMax) {
        List<Period> periods = new ArrayList<>();
        LocalDate begin = from;
        while (!begin.isAfter(to)) {
            LocalDate next = from.plusMonths((long) monthsMax * (periods.size() + 1));
            LocalDate end = next.isAfter(to) ? to : next.minusDays(1);
            periods.add(new Period(begin, end));
            begin = end.plusDays(1);
        }
        return periods;
    }
}
