package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Ties everything that one outside change caused together.
public record CorrelationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CorrelationId {
        Identifiers.check("CorrelationId", value, 120);
    }

    @Override
    public String toString() {
        return value;
    }
}
