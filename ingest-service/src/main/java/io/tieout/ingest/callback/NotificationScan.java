package io.tieout.ingest.callback;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/// Finds which companies a notification of QuickBooks is about, in its old form and its new one.
final class NotificationScan {
    private NotificationScan() {}

    /// The companies; none when the body cannot be read.
    static Set<RealmId> realms(byte[] body) {
        Set<RealmId> realms = new LinkedHashSet<>();
        try {
            JsonNode json = WireJson.mapper().readTree(body);
            for (JsonNode event : json.isArray() ? json : json.path("eventNotifications")) {
                String realm =
                        event.path(json.isArray() ? "intuitaccountid" : "realmId").asText("");
                if (realm.matches("\\d{1,30}")) {
                    realms.add(new RealmId(realm));
                }
            }
        } catch (IOException _) {
            return Set.of();
        }
        return realms;
    }
}
