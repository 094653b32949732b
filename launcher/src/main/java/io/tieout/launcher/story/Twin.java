package io.tieout.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// What people do in Smartsheet and QuickBooks, and what they find there.
final class Twin {
    static final String REALM = "9130350000000001";
    static final String BILLING = "4100000000000001";
    static final String COSTS = "4100000000000002";

    private final JsonHttp http;

    Twin(JsonHttp http) {
        this.http = http;
    }

    List<SheetRow> rows(String sheet) {
        return stream(http.get("/twin/sheets/" + sheet).path("rows")).map(Twin::row).toList();
    }

    SheetRow row(String sheet, String id) {
        return rows(sheet).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotYet("Row " + id + " is not in the sheet."));
    }

    void edit(Person person, String sheet, String row, Map<String, ?> cells) {
        http.put(
                "/twin/sheets/" + sheet + "/rows/" + row,
                Map.of("as", person.email(), "cells", cells));
    }

    List<JsonNode> books(String entity) {
        return stream(http.get("/twin/books/" + REALM + "/" + entity)).toList();
    }

    void keep(String entity, Map<String, ?> body) {
        http.post("/twin/books/" + REALM + "/" + entity, body);
    }

    List<JsonNode> mails() {
        return stream(http.get("/twin/mails")).toList();
    }

    /// How many items of this kind took effect.
    long mutations(String operation) {
        return stream(http.get("/twin/mutations?after=0"))
                .filter(item -> item.path("operation").asText().equals(operation))
                .count();
    }

    /// How many calls the vendors have seen.
    long calls() {
        return http.get("/twin/calls/summary").path("total").asLong();
    }

    private static SheetRow row(JsonNode node) {
        Map<String, String> cells = new HashMap<>();
        for (Map.Entry<String, JsonNode> cell : node.path("cells").properties()) {
            JsonNode value = cell.getValue();
            String text = value.isValueNode() ? value.asText("") : value.path("value").asText("");
            if (!text.isEmpty() && !value.isNull()) {
                cells.put(cell.getKey(), text);
            }
        }
        return new SheetRow(node.path("id").asText(), cells, node.path("comments").size());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
