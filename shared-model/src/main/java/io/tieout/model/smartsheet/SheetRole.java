package io.tieout.model.smartsheet;

/// What a sheet is used for, set by its column mapping.
public enum SheetRole {
    /// Rows that become invoice lines.
    BILLING,
    /// Rows that are compared with bills and purchases.
    COSTS,
    /// Projects with their customer, approved hours and budget.
    PROJECTS,
    /// Rows that become bills, journal entries, purchase orders or time activities.
    DOCUMENTS,
    /// Timesheet rows that belong to billing rows of the same project.
    TIMESHEETS
}
