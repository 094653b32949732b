package io.tieout.reconcile.weekly;

import io.tieout.reconcile.desk.ReviewDesk.Weekly;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// When weekly reports are due, where the company is: a day of 23 or 25 hours has the same time.
/// Pure.
final class WeeklyDue {
    private final Weekly weekly;
    private final ZoneId zone;

    WeeklyDue(Weekly weekly, ZoneId zone) {
        this.weekly = weekly;
        this.zone = zone;
    }

    /// The last moment at or before `now`.
    Instant last(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime due =
                here.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(weekly.day()))
                        .atTime(weekly.time())
                        .atZone(zone);
        return (due.isAfter(here)
                        ? due.toLocalDate().minusWeeks(1).atTime(weekly.time()).atZone(zone)
                        : due)
                .toInstant();
    }

    /// The first moment after `now`.
    Instant next(Instant now) {
        return last(now)
                .atZone(zone)
                .toLocalDate()
                .plusWeeks(1)
                .atTime(weekly.time())
                .atZone(zone)
                .toInstant();
    }
}
