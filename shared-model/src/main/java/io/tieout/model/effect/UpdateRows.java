package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import java.util.List;

/// Write cells of rows of one sheet.
public record UpdateRows(
        EffectId effectId, List<EffectId> after, SheetId sheetId, List<RowUpdate> rows)
        implements Effect {
    /// The cells to write in one row.
    public record RowUpdate(RowId rowId, List<CellWrite> cells) {
        public RowUpdate {
            cells = List.copyOf(cells);
        }
    }

    public UpdateRows {
        after = List.copyOf(after);
        rows = List.copyOf(rows);
    }

    @Override
    public String target() {
        return "sheet:" + sheetId;
    }

    @Override
    public boolean advisory() {
        return true;
    }
}
