package io.tieout.ingest.hydration;

import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import java.util.Objects;

/// Whether a row says anything new. Who changed what Tieout does not read, and when, is nothing
/// new.
final class RowDifference {
    private RowDifference() {}

    static boolean isSame(RowEvent last, RowObserved now) {
        return switch (last) {
            case RowGone _ -> false;
            case RowObserved before ->
                    before.realmId().equals(now.realmId())
                            && before.role() == now.role()
                            && before.sheetName().equals(now.sheetName())
                            && before.rowNumber() == now.rowNumber()
                            && before.fields().equals(now.fields())
                            && before.problems().equals(now.problems())
                            && before.columns().equals(now.columns())
                            && Objects.equals(before.context(), now.context())
                            && before.beforeCutOver() == now.beforeCutOver();
        };
    }
}
