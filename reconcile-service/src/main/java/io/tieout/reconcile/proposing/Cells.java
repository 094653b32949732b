package io.tieout.reconcile.proposing;

import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cells in which a row shows what the books say; empty texts for empty cells.
///
/// @param finer *AI Reconciliation Status*: which difference it is
record Cells(String status, String notes, String finer) {
    static final Cells EMPTY = new Cells("", "", "");

    static Cells shownBy(RowFields fields) {
        return switch (fields) {
            case CostFields cost ->
                    new Cells(
                            text(cost.reconciliationStatus()),
                            text(cost.reconciliationNotes()),
                            text(cost.aiReconciliationStatus()));
            case TimesheetFields time ->
                    new Cells(
                            text(time.reconciliationStatus()),
                            text(time.reconciliationNotes()),
                            text(time.aiReconciliationStatus()));
            case BillingFields _, DocumentFields _, ProjectFields _ -> EMPTY;
        };
    }

    /// What a sheet with these columns can show.
    Cells in(Set<ColumnPart> columns) {
        return new Cells(
                columns.contains(ColumnPart.RECONCILIATION_STATUS) ? status : "",
                columns.contains(ColumnPart.RECONCILIATION_NOTES) ? notes : "",
                columns.contains(ColumnPart.AI_RECONCILIATION_STATUS) ? finer : "");
    }

    /// The same with more to note.
    Cells noting(String more) {
        String between = notes.isEmpty() ? "" : notes.endsWith(".") ? " " : ". ";
        return new Cells(status, notes + between + more, finer);
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }
}
