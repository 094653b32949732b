package io.tieout.model.smartsheet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// The cells of a row, typed by the sheet's role. An empty cell, or one that does not fit, is
/// absent.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BillingFields.class, name = "billing"),
    @JsonSubTypes.Type(value = CostFields.class, name = "cost"),
    @JsonSubTypes.Type(value = ProjectFields.class, name = "project"),
    @JsonSubTypes.Type(value = DocumentFields.class, name = "document"),
    @JsonSubTypes.Type(value = TimesheetFields.class, name = "timesheet")
})
public sealed interface RowFields
        permits DraftedFields, CostFields, ProjectFields, TimesheetFields {}
