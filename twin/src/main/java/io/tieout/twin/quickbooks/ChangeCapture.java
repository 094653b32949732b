package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.query.QueryRun;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import io.tieout.twin.time.VendorTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Tells what changed or went since an instant at most thirty days ago, at most a thousand objects
/// in all.
final class ChangeCapture {
    static final Duration LOOK_BACK = Duration.ofDays(30);
    static final int OBJECTS_MAX = 1000;

    private final Realm realm;
    private final Instant now;
    private int left = OBJECTS_MAX;

    ChangeCapture(Realm realm, Instant now) {
        this.realm = realm;
        this.now = now;
    }

    /// The `CDCResponse` array.
    ArrayNode answer(String entities, String changedSince) {
        var since = QueryRun.instant(changedSince);
        if (since.isBefore(now.minus(LOOK_BACK))) {
            throw QuickBooksFault.of(
                    400,
                    "Service",
                    "4002",
                    "Error processing query",
                    "QueryProcessingError: Operation cdc with changedSince date "
                            + changedSince
                            + " which is older than fixed days is not supported.");
        }
        var types = types(entities);
        var answer = Json.array();
        var responses = answer.addObject().putArray("QueryResponse");
        types.forEach(type -> responses.add(response(type, since)));
        return answer;
    }

    private static List<EntityType> types(String entities) {
        List<EntityType> types = new ArrayList<>();
        for (var name : entities.split(",")) {
            var type = Schema.vendor().byName(name.strip());
            if (type == null || !type.capturesChanges()) {
                throw QuickBooksFault.validation(
                        "4001",
                        "Invalid query",
                        "QueryValidationError: entity " + name + " is not supported by cdc");
            }
            types.add(type);
        }
        return types;
    }

    private ObjectNode response(EntityType type, Instant since) {
        var hits = Json.array();
        for (var entity : realm.all(type.name())) {
            var changed =
                    QueryRun.instant(entity.path("MetaData").path("LastUpdatedTime").asText());
            if (!changed.isBefore(since) && left > 0) {
                hits.add(entity.deepCopy());
                left--;
            }
        }
        for (var gone : realm.tombstones()) {
            if (gone.entity().equals(type.name())
                    && !gone.at().truncatedTo(ChronoUnit.SECONDS).isBefore(since)
                    && left > 0) {
                var one = hits.addObject();
                one.put("domain", "QBO");
                one.put("status", "Deleted");
                one.put("Id", gone.id());
                one.putObject("MetaData").put("LastUpdatedTime", VendorTime.quickBooks(gone.at()));
                left--;
            }
        }
        var response = Json.object();
        if (!hits.isEmpty()) {
            response.set(type.name(), hits);
            response.put("startPosition", 1);
            response.put("maxResults", hits.size());
            response.put("totalCount", hits.size());
        }
        return response;
    }
}
