package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A column of a Smartsheet sheet: stable while titles change.
public record ColumnId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ColumnId {
        Identifiers.check("ColumnId", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
