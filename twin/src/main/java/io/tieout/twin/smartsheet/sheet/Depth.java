package io.tieout.twin.smartsheet.sheet;

/// How much of a cell the caller asked to see.
public record Depth(boolean objectValue, boolean columnType, int level) {
    /// Below level 2 the multi-value types hide behind plain text.
    Column.Type shown(Column.Type type) {
        return type.multiple() && level < 2 ? Column.Type.TEXT_NUMBER : type;
    }
}
