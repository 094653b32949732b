package io.tieout.model.id;

/// One row of one sheet.
public record RowRef(SheetId sheetId, RowId rowId) {
    /// The Kafka key of this row.
    public String key() {
        return sheetId + ":" + rowId;
    }
}
