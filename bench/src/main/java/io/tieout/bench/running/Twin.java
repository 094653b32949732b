package io.tieout.bench.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The vendors' side: what is there, what people do, and which calls were seen.
public final class Twin {
    public static final String REALM = "9130350000000001";
    private static final String PAULA = "pm@harbor.example";

    private final JsonHttp http;

    Twin(JsonHttp http) {
        this.http = http;
    }

    /// A sheet that was made, with its columns by title.
    public record Sheet(String id, String name, Map<String, String> columns, List<String> rows) {
        public Sheet {
            columns = Map.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// One call as the vendors saw it.
    ///
    /// @param path without host
    public record Call(
            long seq,
            Instant at,
            String vendor,
            String operation,
            String path,
            String query,
            int status) {}

    public void set(String setting, Object value) {
        http.put("/twin/settings", Map.of(setting, value));
    }

    public List<Sheet> generate(int sheets, int rows, int customers) {
        return generate(sheets, rows, customers, sheets);
    }

    /// @param crowded so many sheets have the rows, but for one in each of the others
    public List<Sheet> generate(int sheets, int rows, int customers, int crowded) {
        JsonNode made =
                http.post(
                        "/twin/generate",
                        Map.of(
                                "sheets",
                                sheets,
                                "rows",
                                rows,
                                "customers",
                                customers,
                                "crowded",
                                crowded));
        List<Sheet> all = new ArrayList<>();
        for (JsonNode one : made.path("sheets")) {
            List<String> ids = new ArrayList<>();
            one.path("rows").forEach(row -> ids.add(row.asText()));
            Map<String, String> columns = new java.util.HashMap<>();
            one.path("columns")
                    .properties()
                    .forEach(column -> columns.put(column.getKey(), column.getValue().asText()));
            all.add(new Sheet(one.path("id").asText(), one.path("name").asText(), columns, ids));
        }
        return all;
    }

    /// A person fills one cell of these rows at once.
    public void fill(String sheet, Collection<String> rows, String title, String value) {
        http.put(
                "/twin/sheets/" + sheet + "/rows",
                Map.of("as", PAULA, "rows", List.copyOf(rows), "cells", Map.of(title, value)));
    }

    /// How many rows of the sheet say this in that column.
    public long rowsSaying(String sheet, String title, String value) {
        long count = 0;
        for (JsonNode row : http.get("/twin/sheets/" + sheet).path("rows")) {
            if (row.path("cells").path(title).asText("").equals(value)) {
                count++;
            }
        }
        return count;
    }

    public JsonNode books(String entity) {
        return http.get("/twin/books/" + REALM + "/" + entity);
    }

    public List<Call> calls(long after) {
        List<Call> calls = new ArrayList<>();
        for (JsonNode call : http.get("/twin/calls?after=" + after)) {
            calls.add(
                    new Call(
                            call.path("seq").asLong(),
                            Instant.parse(call.path("at").asText()),
                            call.path("vendor").asText(),
                            call.path("operation").asText(),
                            call.path("path").asText(),
                            call.path("query").asText(""),
                            call.path("status").asInt()));
        }
        return calls;
    }
}
