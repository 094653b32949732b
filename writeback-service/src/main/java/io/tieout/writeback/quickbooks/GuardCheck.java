package io.tieout.writeback.quickbooks;

import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.RowId;
import io.tieout.model.release.RowGuard;
import io.tieout.writeback.smartsheet.CellText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the rows that an invoice rests on still say what they said. Pure.
final class GuardCheck {
    private GuardCheck() {}

    /// What has changed, in words; empty when nothing has.
    ///
    /// @param rows the rows as they are now; an absent one is gone
    static Optional<String> changed(List<RowGuard> guards, Map<RowId, SheetRow> rows) {
        for (RowGuard guard : guards) {
            SheetRow row = rows.get(guard.row().rowId());
            if (row == null) {
                return Optional.of("Row " + guard.row().rowId() + " is gone");
            }
            String now =
                    row.cell(guard.columnId()).map(SheetCell::value).map(CellText::of).orElse("");
            if (!CellText.same(guard.expected(), now)) {
                return Optional.of(
                        "Row %d changed: \"%s\" was \"%s\" when the draft was made"
                                .formatted(row.rowNumber(), now, guard.expected()));
            }
        }
        return Optional.empty();
    }
}
