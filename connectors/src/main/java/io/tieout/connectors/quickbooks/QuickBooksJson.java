package io.tieout.connectors.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.UnreadableAnswer;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Finds the entities in QuickBooks' envelopes and leaves them as they are.
final class QuickBooksJson {
    private static final int CDC_MAX = 1000;

    private QuickBooksJson() {}

    /// `{"Invoice":{...},"time":...}`.
    static ObjectNode entity(JsonNode answer, EntityType type) {
        if (answer.path(type.wireName()) instanceof ObjectNode entity) {
            return entity;
        }
        throw new UnreadableAnswer("No " + type.wireName() + " in the answer");
    }

    /// `{"QueryResponse":{"Invoice":[...]}}`; without hits the array's key is absent.
    static List<ObjectNode> queried(JsonNode answer) {
        JsonNode response = answer.path("QueryResponse");
        if (!response.isObject()) {
            throw new UnreadableAnswer("No QueryResponse in the answer");
        }
        return arrays(response).values().stream().flatMap(List::stream).toList();
    }

    static Changes changes(JsonNode answer) {
        if (!answer.path("CDCResponse").isArray()) {
            throw new UnreadableAnswer("No CDCResponse in the answer");
        }
        Map<EntityType, List<ObjectNode>> changed = new EnumMap<>(EntityType.class);
        List<Changes.Deletion> deleted = new ArrayList<>();
        int count = 0;
        for (JsonNode response : answer.path("CDCResponse")) {
            for (JsonNode query : response.path("QueryResponse")) {
                for (var entry : arrays(query).entrySet()) {
                    EntityType type = EntityType.of(entry.getKey());
                    for (ObjectNode entity : entry.getValue()) {
                        count++;
                        if ("Deleted".equals(VendorJson.text(entity, "status"))) {
                            deleted.add(deletion(type, entity));
                        } else {
                            changed.computeIfAbsent(type, _ -> new ArrayList<>()).add(entity);
                        }
                    }
                }
            }
        }
        Instant time = VendorJson.instant(answer, "time");
        if (time == null) {
            throw new UnreadableAnswer("No time in the answer");
        }
        return new Changes(changed, deleted, time, count >= CDC_MAX);
    }

    static Map<String, BatchItem> batch(JsonNode answer, Function<JsonNode, VendorFault> fault) {
        JsonNode responses = answer.path("BatchItemResponse");
        if (!responses.isArray()) {
            throw new UnreadableAnswer("No BatchItemResponse in the answer");
        }
        Map<String, BatchItem> items = new LinkedHashMap<>();
        for (JsonNode response : responses) {
            items.put(response.path("bId").asText(), item(response, fault));
        }
        return items;
    }

    private static BatchItem item(JsonNode response, Function<JsonNode, VendorFault> fault) {
        JsonNode failure = QuickBooksFaults.fault(response);
        if (!failure.isMissingNode()) {
            return new BatchItem.Failed(fault.apply(failure));
        }
        if (response.has("QueryResponse")) {
            return new BatchItem.Queried(queried(response));
        }
        for (var field : response.properties()) {
            if (field.getValue() instanceof ObjectNode entity) {
                return new BatchItem.Stored(field.getKey(), entity);
            }
        }
        throw new UnreadableAnswer("An item of the batch holds neither entity nor fault");
    }

    private static Changes.Deletion deletion(EntityType type, JsonNode entity) {
        String id = VendorJson.text(entity, "Id");
        if (id == null) {
            throw new UnreadableAnswer("A deletion without Id");
        }
        return new Changes.Deletion(
                type,
                new EntityId(id),
                VendorJson.instant(entity.path("MetaData"), "LastUpdatedTime"));
    }

    private static Map<String, List<ObjectNode>> arrays(JsonNode response) {
        Map<String, List<ObjectNode>> arrays = new LinkedHashMap<>();
        for (var field : response.properties()) {
            if (field.getValue().isArray()) {
                List<ObjectNode> entities = new ArrayList<>();
                field.getValue().forEach(node -> entities.add((ObjectNode) node));
                arrays.put(field.getKey(), entities);
            }
        }
        return arrays;
    }
}
