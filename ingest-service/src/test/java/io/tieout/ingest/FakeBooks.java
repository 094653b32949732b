package io.tieout.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.ingest.FakeVendors.Answer;
import io.tieout.ingest.FakeVendors.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One QuickBooks company: entities by type and id.
public final class FakeBooks {
    public static final byte[] PDF = "%PDF-1.4 an invoice".getBytes(StandardCharsets.UTF_8);

    /// So many objects fit into an answer of change data capture; the vendor's limit is 1,000.
    public static final int CHANGES_MAX = 40;

    private static final Duration LOOK_BACK_MAX = Duration.ofDays(30);

    private final String realm;
    private Duration remembered = LOOK_BACK_MAX;
    private boolean refusingLargeAnswers;
    private String projectCosts = "";
    private final Map<String, Map<String, ObjectNode>> entities = new LinkedHashMap<>();
    private final Map<String, Instant> deleted = new TreeMap<>();

    FakeBooks(String realm) {
        this.realm = realm;
        put("CompanyInfo", realm, "{\"CompanyName\":\"Harbor Consulting\",\"Country\":\"US\"}");
        put("Preferences", "1", "{\"CurrencyPrefs\":{\"HomeCurrency\":{\"value\":\"USD\"}}}");
        put("Customer", "58", "{\"DisplayName\":\"Harbor Works LLC\"}");
        put("Customer", "63", "{\"DisplayName\":\"Old Mill\",\"Active\":false}");
        put("TaxCode", "3", "{\"Name\":\"NY\",\"Taxable\":true}");
    }

    /// Stores the entity with the next SyncToken.
    public synchronized void put(String type, String id, String json) {
        ObjectNode entity = (ObjectNode) VendorJson.read(json.getBytes(StandardCharsets.UTF_8));
        Map<String, ObjectNode> ofType = entities.computeIfAbsent(type, _ -> new TreeMap<>());
        int token = ofType.containsKey(id) ? ofType.get(id).path("SyncToken").asInt() + 1 : 0;
        entity.put("Id", id).put("SyncToken", Integer.toString(token));
        entity.putObject("MetaData").put("LastUpdatedTime", Instant.now().toString());
        ofType.put(id, entity);
    }

    /// It changes without a new SyncToken, and nothing tells of it.
    public synchronized void changeSilently(String type, String id, String json) {
        ObjectNode before = entities.get(type).get(id);
        ObjectNode entity = (ObjectNode) VendorJson.read(json.getBytes(StandardCharsets.UTF_8));
        entity.put("Id", id).set("SyncToken", before.path("SyncToken"));
        entity.set("MetaData", before.path("MetaData"));
        entities.get(type).put(id, entity);
    }

    /// It is gone, and change data capture does not tell of it.
    public synchronized void removeSilently(String type, String id) {
        entities.get(type).remove(id);
    }

    public synchronized void delete(String type, String id) {
        entities.get(type).remove(id);
        claimDeleted(type, id);
    }

    /// Change data capture says so, whether or not it is true.
    public synchronized void claimDeleted(String type, String id) {
        deleted.put(type + ":" + id, Instant.now());
    }

    /// Change data capture reaches back so far; the vendor's limit is 30 days.
    public synchronized void remember(Duration time) {
        remembered = time;
    }

    /// Change data capture refuses an answer that is too large, instead of cutting it off.
    public synchronized void refuseLargeAnswers(boolean refusing) {
        refusingLargeAnswers = refusing;
    }

    /// What the profit and loss says that `Pier 7` has cost.
    public synchronized void cost(String figure) {
        projectCosts = figure;
    }

    synchronized Answer answer(Request request) {
        String path = request.path().substring(("/v3/company/" + realm + "/").length());
        if (path.endsWith("/pdf")) {
            return new Answer(200, "application/pdf", PDF);
        }
        return switch (path) {
            case "query" -> query(request.query().get("query"));
            case "cdc" -> changes(request.query());
            case "reports/ProfitAndLoss" -> profitAndLoss(request.query());
            default -> read(path);
        };
    }

    private Answer query(String statement) {
        String type = statement.replaceAll("(?s)^SELECT \\* FROM (\\w+).*$", "$1");
        ArrayNode found = VendorJson.mapper().createArrayNode();
        boolean withInactive = statement.contains("Active IN (true, false)");
        entities.getOrDefault(type, Map.of())
                .values()
                .forEach(entity -> {
                    if (withInactive || entity.path("Active").asBoolean(true)) {
                        found.add(entity);
                    }
                });
        String response = found.isEmpty() ? "{}" : "{\"" + type + "\":" + found + "}";
        return Answer.json(
                "{\"QueryResponse\":" + response + ",\"time\":\"" + Instant.now() + "\"}");
    }

    private Answer changes(Map<String, String> query) {
        Instant since = Instant.parse(query.get("changedSince"));
        if (since.isBefore(Instant.now().minus(remembered))) {
            return Answer.failed(
                    400,
                    "{\"Fault\":{\"type\":\"ValidationFault\",\"Error\":[{\"code\":\"4002\",\"Message\":\"Error processing query\",\"Detail\":\"changedSince value is older than fixed days is not supported\"}]}}");
        }
        int left = CHANGES_MAX;
        ArrayNode responses = VendorJson.mapper().createArrayNode();
        for (String type : query.get("entities").split(",")) {
            ArrayNode changed = VendorJson.mapper().createArrayNode();
            for (JsonNode entity : entities.getOrDefault(type, Map.of()).values()) {
                if (!Instant.parse(entity.at("/MetaData/LastUpdatedTime").asText())
                        .isBefore(since)) {
                    changed.add(entity);
                }
            }
            deleted.forEach((key, at) -> {
                if (key.startsWith(type + ":")) {
                    ObjectNode entity = changed.addObject().put("status", "Deleted");
                    entity.put("Id", key.substring(type.length() + 1));
                    entity.putObject("MetaData").put("LastUpdatedTime", at.toString());
                }
            });
            if (refusingLargeAnswers && changed.size() > left) {
                return Answer.failed(
                        400,
                        "{\"Fault\":{\"type\":\"SystemFault\",\"Error\":[{\"code\":\"10100\",\"Message\":\"Result set too large\"}]}}");
            }
            ArrayNode shown = responses.addObject().putArray(type);
            for (JsonNode entity : changed) {
                if (left > 0) {
                    shown.add(entity);
                    left--;
                }
            }
        }
        return Answer.json(
                "{\"CDCResponse\":[{\"QueryResponse\":%s}],\"time\":\"%s\"}"
                        .formatted(responses, Instant.now()));
    }

    private Answer profitAndLoss(Map<String, String> query) {
        return Answer.json(
                """
                {"Header":{"Time":"%s","ReportName":"ProfitAndLoss","ReportBasis":"%s","StartPeriod":"%s","EndPeriod":"%s",
                  "SummarizeColumnsBy":"%s","Currency":"USD"},
                 "Columns":{"Column":[{"ColTitle":"","ColType":"Account","MetaData":[{"Name":"ColKey","Value":"account"}]},
                  {"ColTitle":"Pier 7","ColType":"Money","MetaData":[{"Name":"ColKey","Value":"70"}]},
                  {"ColTitle":"TOTAL","ColType":"Money","MetaData":[{"Name":"ColKey","Value":"total"}]}]},
                 "Rows":{"Row":[{"type":"Section","group":"COGS","Summary":{"ColData":[{"value":"Total"},{"value":"%s"},{"value":"%s"}]}}]}}\
                """
                        .formatted(
                                Instant.now(),
                                query.get("accounting_method"),
                                query.get("start_date"),
                                query.get("end_date"),
                                query.get("summarize_column_by"),
                                projectCosts,
                                projectCosts));
    }

    private Answer read(String path) {
        String[] parts = path.split("/");
        for (Map.Entry<String, Map<String, ObjectNode>> type : entities.entrySet()) {
            if (type.getKey().toLowerCase(Locale.ROOT).equals(parts[0])) {
                ObjectNode entity = type.getValue().get(parts.length > 1 ? parts[1] : "1");
                if (entity != null) {
                    return Answer.json("{\"" + type.getKey() + "\":" + entity + "}");
                }
            }
        }
        return Answer.failed(
                400,
                "{\"Fault\":{\"type\":\"ValidationFault\",\"Error\":[{\"code\":\"610\",\"Message\":\"Object Not Found\"}]}}");
    }
}
