package io.tieout.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// What people and tests do in the twin's Smartsheet and QuickBooks, and what the twin saw.
public final class Twin {
    public static final String REALM = "9130350000000001";

    /// The company outside the USA, with several currencies; nobody has signed in to it at first.
    public static final String CANADA = "9130350000000002";

    /// The service account's token in the sample sheets; it opens nothing but the twin.
    public static final String SMARTSHEET_TOKEN = "harbor-smartsheet-token";

    public static final String BILLING = "4100000000000001";
    public static final String COSTS = "4100000000000002";
    public static final String PROJECTS = "4100000000000003";
    public static final String DOCUMENTS = "4100000000000004";
    public static final String TIMESHEETS = "4100000000000005";
    public static final String PAULA = "pm@harbor.example";
    public static final String FIONA = "finance@harbor.example";
    public static final String ARTHUR = "approver@harbor.example";

    private final Http http;

    Twin(Http http) {
        this.http = http;
    }

    void prepareForTests() {
        http.put("/twin/settings", Map.of("debounceMs", 200, "quotaFactor", 50.0));
    }

    public Http http() {
        return http;
    }

    /// Adds a row as a person and returns its id.
    public String addRow(String sheet, Map<String, ?> cells) {
        return http.post("/twin/sheets/" + sheet + "/rows", Map.of("as", PAULA, "cells", cells))
                .path("rowId")
                .asText();
    }

    public void edit(String sheet, String row, String person, Map<String, ?> cells) {
        http.put("/twin/sheets/" + sheet + "/rows/" + row, Map.of("as", person, "cells", cells));
    }

    /// Hangs a file on a row as a person.
    public void attach(String sheet, String row, String name, byte[] content) {
        http.post(
                "/twin/sheets/" + sheet + "/rows/" + row + "/attachments",
                Map.of(
                        "as",
                        PAULA,
                        "name",
                        name,
                        "mimeType",
                        "application/octet-stream",
                        "base64",
                        Base64.getEncoder().encodeToString(content)));
    }

    /// Says something about a row as a person.
    public void comment(String sheet, String row, String person, String text) {
        http.post(
                "/twin/sheets/" + sheet + "/rows/" + row + "/comments",
                Map.of("as", person, "text", text));
    }

    public void deleteRow(String sheet, String row) {
        http.delete("/twin/sheets/" + sheet + "/rows/" + row + "?as=" + PAULA);
    }

    public void deleteColumn(String sheet, String title) {
        http.delete("/twin/sheets/" + sheet + "/columns/" + title + "?as=" + PAULA);
    }

    /// The cells of a row by column title; empty cells are absent.
    public Map<String, String> cells(String sheet, String row) {
        for (JsonNode candidate : http.get("/twin/sheets/" + sheet).path("rows")) {
            if (candidate.path("id").asText().equals(row)) {
                Map<String, String> cells = new HashMap<>();
                candidate
                        .path("cells")
                        .properties()
                        .forEach(cell -> {
                            JsonNode value = cell.getValue();
                            String text =
                                    value.isValueNode()
                                            ? value.asText()
                                            : value.path("value").asText();
                            if (!text.isEmpty() && !value.isNull()) {
                                cells.put(cell.getKey(), text);
                            }
                        });
                return cells;
            }
        }
        return Map.of();
    }

    public String cell(String sheet, String row, String title) {
        return cells(sheet, row).getOrDefault(title, "");
    }

    public List<JsonNode> comments(String sheet, String row) {
        for (JsonNode candidate : http.get("/twin/sheets/" + sheet).path("rows")) {
            if (candidate.path("id").asText().equals(row)) {
                return list(candidate.path("comments"));
            }
        }
        return List.of();
    }

    /// Everything of one type in the books, inactive ones included.
    public List<JsonNode> books(String entity) {
        return booksOf(REALM, entity);
    }

    public List<JsonNode> booksOf(String realm, String entity) {
        return list(http.get("/twin/books/" + realm + "/" + entity));
    }

    public JsonNode keep(String entity, Map<String, ?> body) {
        return keepIn(REALM, entity, body);
    }

    public JsonNode keepIn(String realm, String entity, Map<String, ?> body) {
        return http.post("/twin/books/" + realm + "/" + entity, body);
    }

    /// A new sheet with the columns of another and one row, in a workspace that Tieout watches; its
    /// id and the row's.
    public Placed place(String workspace, String like, String name, Map<String, ?> cells) {
        JsonNode made =
                http.post(
                                "/twin/workspaces/" + workspace + "/sheets",
                                Map.of(
                                        "count", 1, "rows", 1, "like", like, "name", name, "as",
                                        PAULA, "cells", cells))
                        .path(0);
        return new Placed(made.path("sheetId").asText(), made.path("rows").path(0).asText());
    }

    /// A row in a sheet.
    public record Placed(String sheet, String row) {}

    /// Invoices that Tieout made for a proposal.
    public List<JsonNode> invoicesOf(String proposalId) {
        return books("Invoice").stream()
                .filter(invoice -> invoice.path("PrivateNote").asText().contains(proposalId))
                .toList();
    }

    public List<JsonNode> invoices() {
        return books("Invoice");
    }

    public List<JsonNode> mails() {
        return list(http.get("/twin/mails"));
    }

    /// Every item of every mutating call that took effect.
    public List<JsonNode> mutations() {
        return list(http.get("/twin/mutations?after=0"));
    }

    public List<JsonNode> calls(long after) {
        return list(http.get("/twin/calls?after=" + after));
    }

    public void fault(Map<String, ?> fault) {
        http.post("/twin/faults", fault);
    }

    public void noFaults() {
        http.delete("/twin/faults");
    }

    private static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
