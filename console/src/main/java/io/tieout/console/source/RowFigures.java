package io.tieout.console.source;

import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a row adds to its project.
///
/// @param amount cost of a billing or cost row, budget of a project
record RowFigures(
        @Nullable String role,
        @Nullable String project,
        @Nullable String customer,
        @Nullable Standing standing,
        @Nullable BigDecimal hours,
        @Nullable Money amount) {
    private static final String MATCHED = "Matched";

    /// Where it stands among the rows of its kind.
    enum Standing {
        OPEN,
        READY,
        BILLED,
        MATCHED,
        UNMATCHED,
        APPROVED
    }

    static RowFigures of(RowEvent event) {
        return switch (event) {
            case RowGone _ -> new RowFigures(null, null, null, null, null, null);
            case RowObserved row -> of(row);
        };
    }

    private static RowFigures of(RowObserved row) {
        String role = row.role().name();
        return switch (row.fields()) {
            case BillingFields billing ->
                    new RowFigures(
                            role,
                            name(billing.project()),
                            name(billing.customer()),
                            standing(billing, row.beforeCutOver()),
                            value(billing.hours()),
                            billing.cost());
            case CostFields cost ->
                    new RowFigures(
                            role,
                            name(cost.project()),
                            null,
                            MATCHED.equalsIgnoreCase(cost.reconciliationStatus())
                                    ? Standing.MATCHED
                                    : Standing.UNMATCHED,
                            null,
                            cost.amount());
            case ProjectFields project ->
                    new RowFigures(
                            role,
                            name(project.project()),
                            name(project.customer()),
                            Standing.APPROVED,
                            value(project.approvedHours()),
                            project.budget());
            // neither billed nor budgeted: they must not count among hours that are
            case DocumentFields document ->
                    new RowFigures(
                            role,
                            name(document.project()),
                            name(document.customer()),
                            null,
                            null,
                            document.amount());
            case TimesheetFields timesheet ->
                    new RowFigures(role, name(timesheet.project()), null, null, null, null);
        };
    }

    /// A row from before the cut-over date raises no work, and one that is not billable waits for
    /// none.
    private static Standing standing(BillingFields row, boolean beforeCutOver) {
        if (name(row.invoiceNumber()) != null) {
            return Standing.BILLED;
        }
        boolean waits = row.ready() && !beforeCutOver && !Boolean.FALSE.equals(row.billable());
        return waits ? Standing.READY : Standing.OPEN;
    }

    private static @Nullable BigDecimal value(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.value();
    }

    /// PostgreSQL keeps no NUL in a text.
    private static @Nullable String name(@Nullable String text) {
        String stripped = text == null ? "" : text.replace('\u0000', '\uFFFD').strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
