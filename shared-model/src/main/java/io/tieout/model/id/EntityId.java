package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An entity of one type within one QuickBooks company.
public record EntityId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntityId {
        Identifiers.check("EntityId", value, 60);
    }

    @Override
    public String toString() {
        return value;
    }
}
