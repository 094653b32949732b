package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.query.QueryParser;
import io.tieout.twin.quickbooks.query.QueryRun;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Up to thirty items, one after the other, each succeeding or failing by itself.
final class Batch {
    static final int ITEMS_MAX = 30;

    private final Realm realm;
    private final Writes writes;

    Batch(Realm realm, Writes writes) {
        this.realm = realm;
        this.writes = writes;
    }

    ObjectNode run(JsonNode body, @Nullable String requestId) {
        var items = items(body);
        Set<String> ids = new HashSet<>();
        for (var item : items) {
            var bId = item.path("bId").asText("");
            if (bId.isEmpty()) {
                throw QuickBooksFault.missing("bId");
            }
            if (!ids.add(bId) || (requestId != null && bId.length() > Writes.BATCH_ITEM_ID_MAX)) {
                throw QuickBooksFault.validation(
                        "2130",
                        "Invalid request id",
                        "bId is unique in its batch and has at most ten characters",
                        "bId");
            }
        }
        var answer = Json.object();
        var responses = answer.putArray("BatchItemResponse");
        for (var item : items) {
            var response = responses.addObject();
            try {
                response.setAll((ObjectNode) one(item, requestId));
            } catch (QuickBooksFault fault) {
                response.set("Fault", fault.fault());
            }
            response.put("bId", item.path("bId").asText());
        }
        return answer;
    }

    static List<JsonNode> items(JsonNode body) {
        var array = body.path("BatchItemRequest");
        if (!array.isArray() || array.isEmpty()) {
            throw QuickBooksFault.missing("BatchItemRequest");
        }
        if (array.size() > ITEMS_MAX) {
            throw QuickBooksFault.validation(
                    "1040",
                    "Batch size exceeded",
                    "A batch holds at most " + ITEMS_MAX + " items, not " + array.size());
        }
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private JsonNode one(JsonNode item, @Nullable String requestId) {
        if (item.has("Query")) {
            synchronized (realm) {
                var answer = Json.object();
                answer.set(
                        "QueryResponse",
                        new QueryRun(realm).answer(QueryParser.parse(item.path("Query").asText())));
                return answer;
            }
        }
        var deed = deed(item);
        if (deed == null) {
            throw QuickBooksFault.unsupported("The item has no entity that the twin knows");
        }
        return writes.once(deed, requestId, item.path("bId").asText());
    }

    /// What an item asks for, or null when it names no entity.
    static @Nullable Deed deed(JsonNode item) {
        for (var entry : item.properties()) {
            var type = Schema.vendor().byName(entry.getKey());
            if (type != null && entry.getValue() instanceof ObjectNode body) {
                var options = item.path("optionsData").asText("");
                return new Deed(
                        item.path("operation").asText(""),
                        type,
                        body,
                        options.contains("allowduplicatedocnum")
                                ? Set.of("allowduplicatedocnum")
                                : Set.of());
            }
        }
        return null;
    }
}
