package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A Smartsheet workspace; decimal digits, kept as text.
public record WorkspaceId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkspaceId {
        Identifiers.check("WorkspaceId", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
