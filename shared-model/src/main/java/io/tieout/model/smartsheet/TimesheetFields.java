package io.tieout.model.smartsheet;

import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A timesheet row: context for the billing rows of the same project, service and day.
///
/// @param person who worked
public record TimesheetFields(
        @Nullable String project,
        @Nullable String service,
        @Nullable String person,
        @Nullable LocalDate workDate,
        @Nullable Quantity hours,
        @Nullable String description)
        implements RowFields {}
