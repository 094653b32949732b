package io.tieout.twin.quickbooks.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Writes events as the vendor does: as an array of CloudEvents, or in the older form.
final class NoticeBody {
    private static final String SOURCE = "intuit.dGllb3V0LXR3aW4=";

    private NoticeBody() {}

    static byte[] of(List<BookEvent> events, NoticeSettings.Form form) {
        return switch (form) {
            case CLOUD_EVENTS -> cloudEvents(events);
            case OLDER -> older(events);
        };
    }

    /// `intuitaccountid` is the company; `data` may be empty.
    private static byte[] cloudEvents(List<BookEvent> events) {
        var array = Json.array();
        for (var event : events) {
            var one = array.addObject();
            one.put("specversion", "1.0");
            one.put("id", UUID.randomUUID().toString());
            one.put("source", SOURCE);
            one.put(
                    "type",
                    "qbo.%s.%s.v1"
                            .formatted(
                                    event.entity().toLowerCase(Locale.ROOT),
                                    event.operation().name().toLowerCase(Locale.ROOT)));
            one.put("datacontenttype", "application/json");
            one.put("time", event.at().toString());
            one.put("intuitentityid", event.id());
            one.put("intuitaccountid", event.realm());
            var data = one.putObject("data");
            if (event.deletedId() != null) {
                data.put("deletedId", event.deletedId());
            }
        }
        return Json.bytes(array);
    }

    private static byte[] older(List<BookEvent> events) {
        var body = Json.object();
        var notifications = body.putArray("eventNotifications");
        Map<String, ObjectNode> byRealm = new LinkedHashMap<>();
        for (var event : events) {
            var notification =
                    byRealm.computeIfAbsent(
                            event.realm(),
                            realm -> notifications.addObject().put("realmId", realm));
            var entity =
                    notification
                            .withObjectProperty("dataChangeEvent")
                            .withArrayProperty("entities")
                            .addObject();
            entity.put("id", event.id());
            entity.put("operation", event.operation().olderWord());
            entity.put("name", event.entity());
            entity.put("lastUpdated", event.at().toString());
            if (event.deletedId() != null) {
                entity.put("deletedId", event.deletedId());
            }
        }
        return Json.bytes(body);
    }
}
