package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A Smartsheet sheet; decimal digits, kept as text because other languages lose digits beyond
/// 2^53.
public record SheetId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SheetId {
        Identifiers.check("SheetId", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
