package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What an event belongs to: a QuickBooks realm (`quickbooks:<realm>`) or a Smartsheet account in
/// its region (`smartsheet:<region>:<account>`).
public record ConnectionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConnectionId {
        Identifiers.check("ConnectionId", value, 120);
    }

    @Override
    public String toString() {
        return value;
    }
}
