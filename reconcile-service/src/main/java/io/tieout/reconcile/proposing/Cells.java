package io.tieout.reconcile.proposing;

import io.tieout.model.smartsheet.CostFields;
import org.jspecify.annotations.Nullable;

/// The two cells in which a cost row shows what the books say; empty texts for empty cells.
record Cells(String status, String notes) {
    static final Cells EMPTY = new Cells("", "");

    static Cells shownBy(CostFields fields) {
        return new Cells(text(fields.reconciliationStatus()), text(fields.reconciliationNotes()));
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }
}
