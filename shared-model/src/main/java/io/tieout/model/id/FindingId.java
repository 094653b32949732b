package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A finding; the same cause gives the same id, so that it is opened once.
public record FindingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingId {
        Identifiers.check("FindingId", value, 120);
    }

    @Override
    public String toString() {
        return value;
    }
}
