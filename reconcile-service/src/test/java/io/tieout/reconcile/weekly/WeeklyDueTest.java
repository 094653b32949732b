package io.tieout.reconcile.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.desk.ReviewDesk.Weekly;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WeeklyDueTest {
    private static final WeeklyDue NEW_YORK =
            new WeeklyDue(
                    new Weekly(DayOfWeek.MONDAY, LocalTime.of(7, 0)),
                    ZoneId.of("America/New_York"));

    @Test
    void is_due_at_that_time_where_the_company_is() {
        Instant monday = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(NEW_YORK.last(monday)).isEqualTo(monday);
        assertThat(NEW_YORK.last(monday.minusMillis(1)))
                .isEqualTo(Instant.parse("2026-11-16T12:00:00Z"));
        assertThat(NEW_YORK.next(monday)).isEqualTo(Instant.parse("2026-11-30T12:00:00Z"));
        assertThat(NEW_YORK.next(monday.minusMillis(1))).isEqualTo(monday);
    }

    @Test
    void keeps_the_time_of_day_when_the_clocks_change() {
        Instant before = Instant.parse("2026-10-26T11:00:00Z");

        assertThat(NEW_YORK.last(before)).isEqualTo(before);
        assertThat(NEW_YORK.next(before)).isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
    }
}
