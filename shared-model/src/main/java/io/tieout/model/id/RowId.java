package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A row of a Smartsheet sheet.
public record RowId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RowId {
        Identifiers.check("RowId", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
