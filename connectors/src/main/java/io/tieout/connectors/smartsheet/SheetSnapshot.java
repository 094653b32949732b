package io.tieout.connectors.smartsheet;

import io.tieout.model.id.SheetId;
import java.util.List;

/// A sheet, or the part of it that was asked for, as it was at `version`.
///
/// @param version the lowest version that any part was read at
/// @param totalRowCount rows of the whole sheet
/// @param consistent false when the sheet changed while its parts were read: then an absent row may
///   still exist
public record SheetSnapshot(
        SheetId id,
        String name,
        long version,
        int totalRowCount,
        boolean consistent,
        List<SheetColumn> columns,
        List<SheetRow> rows) {
    public SheetSnapshot {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
