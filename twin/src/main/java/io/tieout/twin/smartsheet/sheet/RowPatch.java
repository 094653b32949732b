package io.tieout.twin.smartsheet.sheet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a request, checked: nothing in it can fail any more.
record RowPatch(
        @Nullable Long rowId,
        Map<Long, CellValue> cells,
        Location location,
        @Nullable Boolean locked,
        @Nullable Boolean expanded) {

    RowPatch {
        cells = Map.copyOf(cells);
    }

    /// Where the row shall stand; absent all, it stays or goes to the bottom.
    record Location(
            boolean toTop,
            boolean toBottom,
            boolean above,
            @Nullable Long parentId,
            @Nullable Long siblingId) {
        static final Location NONE = new Location(false, false, false, null, null);

        boolean given() {
            return toTop || toBottom || parentId != null || siblingId != null;
        }
    }
}
