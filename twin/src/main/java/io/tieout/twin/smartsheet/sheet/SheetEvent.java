package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.time.VendorTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a sheet, as a callback tells it: who and where, never what.
public record SheetEvent(
        String objectType,
        String eventType,
        @Nullable Long id,
        @Nullable Long rowId,
        @Nullable Long columnId,
        long userId,
        Instant timestamp,
        @Nullable String changeAgent) {

    public ObjectNode render() {
        var event = Json.object().put("objectType", objectType).put("eventType", eventType);
        if (id != null) {
            event.put("id", id);
        }
        if (rowId != null) {
            event.put("rowId", rowId);
        }
        if (columnId != null) {
            event.put("columnId", columnId);
        }
        event.put("userId", userId);
        event.put("timestamp", VendorTime.callback(timestamp));
        if (changeAgent != null) {
            event.put("changeAgent", changeAgent);
        }
        return event;
    }
}
