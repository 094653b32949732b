package io.tieout.model.smartsheet;

import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A timesheet row: context for the billing rows of the same project, service and day, and compared
/// with the time in the books.
///
/// @param person who worked
public record TimesheetFields(
        @Nullable String project,
        @Nullable String service,
        @Nullable String person,
        @Nullable LocalDate workDate,
        @Nullable Quantity hours,
        @Nullable String description,
        @Nullable String reconciliationStatus,
        @Nullable String reconciliationNotes,
        @Nullable String aiReconciliationStatus)
        implements RowFields {}
