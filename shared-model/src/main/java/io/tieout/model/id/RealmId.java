package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A QuickBooks Online company.
public record RealmId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RealmId {
        Identifiers.check("RealmId", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
