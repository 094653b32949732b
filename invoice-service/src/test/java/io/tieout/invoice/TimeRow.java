package io.tieout.invoice;

import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A timesheet row: eight hours of engineering for Pier 7, on the day of a `BillingRow`.
public final class TimeRow {
    private final String id;
    private @Nullable String project = "Pier 7";
    private @Nullable String service = "Engineering";
    private @Nullable LocalDate workDate = LocalDate.of(2026, 11, 18);
    private String hours = "8";
    private @Nullable String description = "Night shift at the pump house";
    private @Nullable String status;

    private TimeRow(String id) {
        this.id = id;
    }

    public static TimeRow time(String id) {
        return new TimeRow(id);
    }

    public TimeRow project(@Nullable String name) {
        project = name;
        return this;
    }

    public TimeRow service(@Nullable String name) {
        service = name;
        return this;
    }

    public TimeRow on(@Nullable String day) {
        workDate = day == null ? null : LocalDate.parse(day);
        return this;
    }

    public TimeRow hours(String figure) {
        hours = figure;
        return this;
    }

    public TimeRow task(String text) {
        description = text;
        return this;
    }

    /// What Tieout writes beside it.
    public TimeRow reconciled(String words) {
        status = words;
        return this;
    }

    public RowObserved observed() {
        return new RowObserved(
                new RowRef(new SheetId("45"), new RowId(id)),
                Sample.REALM,
                SheetRole.TIMESHEETS,
                "Timesheets",
                Integer.parseInt(id),
                new TimesheetFields(
                        project,
                        service,
                        "Jo Diver",
                        workDate,
                        Quantity.of(hours),
                        description,
                        status,
                        null,
                        null),
                List.of(),
                Map.of(),
                Instant.parse("2026-11-20T10:00:00Z"),
                "jo@harbor.example",
                false);
    }
}
