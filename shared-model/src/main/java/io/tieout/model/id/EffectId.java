package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An effect within one revision of a proposal, such as `e2`.
public record EffectId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EffectId {
        Identifiers.check("EffectId", value, 20);
    }

    @Override
    public String toString() {
        return value;
    }
}
