package io.tieout.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.ingest.FakeVendors.Answer;
import io.tieout.ingest.FakeVendors.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One Smartsheet sheet and its webhook.
public final class FakeSheet {
    public static final String SECRET = "hook-secret";
    public static final String WEBHOOK = "9001";
    private static final String CHALLENGE = "challenge-17";

    private final String id;
    private final Map<String, String> columns = new TreeMap<>();
    private final Map<String, Map<String, Object>> rows = new TreeMap<>();
    private final Map<String, Instant> modified = new TreeMap<>();
    private final Map<String, Deque<String[]>> history = new TreeMap<>();
    private final Map<String, Attached> attachments = new TreeMap<>();
    private final Map<String, Said> comments = new TreeMap<>();
    private final Map<String, String> links = new TreeMap<>();
    private final Set<String> editors = new TreeSet<>();
    private long version = 1;
    private int deadLinks;
    private String secret = SECRET;
    private boolean hidden;
    private boolean hookCreated;
    private String callbackUrl = "";
    private String hookStatus = "NEW_NOT_VERIFIED";
    private String hookId = WEBHOOK;
    private Duration ahead = Duration.ZERO;

    /// A file on a row, or a link when it has no content.
    private record Attached(String row, String name, byte[] content, Instant createdAt) {}

    private record Said(String row, String text, String author, Instant createdAt) {}

    FakeSheet(String id) {
        this.id = id;
        reset();
    }

    /// One row that is in progress.
    public synchronized void reset() {
        editors.addAll(Set.of("finance@harbor.example", "pm@harbor.example"));
        columns.clear();
        columns.putAll(
                Map.of(
                        "101",
                        "Status",
                        "102",
                        "Customer",
                        "103",
                        "Work Date",
                        "104",
                        "Hours",
                        "105",
                        "Draft Reference",
                        "106",
                        "Finance Approval",
                        "107",
                        "Approver Approval",
                        "108",
                        "Invoice Status",
                        "109",
                        "Notes"));
        version++;
    }

    public synchronized void set(String row, String column, Object value, String author) {
        rows.computeIfAbsent(row, _ -> new TreeMap<>()).put(column, value);
        modified.put(row, Instant.now());
        history.computeIfAbsent(row + ":" + column, _ -> new ArrayDeque<>())
                .addFirst(
                        new String[] {
                            String.valueOf(value), author, Instant.now().plus(ahead).toString()
                        });
        version++;
    }

    /// The sheet is not shared with this person any more.
    public synchronized void unshare(String person) {
        editors.remove(person);
    }

    /// Nobody may see it, or everybody again; the webhook stays as it is.
    public synchronized void hide(boolean wished) {
        hidden = wished;
    }

    public synchronized void share(String person) {
        editors.add(person);
    }

    /// Says something about a row, which does not make it a changed row.
    public synchronized void say(String row, String comment, String text, String author) {
        comments.put(
                comment,
                new Said(row, text, author, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        version++;
    }

    public synchronized void attach(String row, String attachment, String name, byte[] content) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        attachments.put(attachment, new Attached(row, name, content, now));
        version++;
    }

    public synchronized void detach(String attachment) {
        attachments.remove(attachment);
        version++;
    }

    /// The next links have expired before anybody follows them.
    public synchronized void expireLinks(int count) {
        deadLinks = count;
    }

    public synchronized void delete(String row) {
        rows.remove(row);
        version++;
    }

    public synchronized void removeColumn(String column) {
        columns.remove(column);
        version++;
    }

    public synchronized void renameColumn(String column, String title) {
        columns.put(column, title);
        version++;
    }

    public synchronized String hookStatus() {
        return hookStatus;
    }

    /// Its clock is ahead of ours by so much.
    public synchronized void clockAhead(Duration by) {
        ahead = by;
    }

    /// The account that asks now sees another webhook than before.
    public synchronized void showHook(String webhook) {
        hookId = webhook;
    }

    /// From now on it signs with this.
    public synchronized void resetSecret(String newSecret) {
        secret = newSecret;
    }

    public synchronized void disableHook(String status) {
        hookStatus = status;
    }

    Answer answer(Request request) {
        if (request.path().contains("/webhooks")) {
            return webhooks(request);
        }
        if (request.path().endsWith("/shares")) {
            return shares();
        }
        if (hidden && request.path().contains("/sheets/")) {
            return Answer.failed(404, "{\"errorCode\":1006,\"message\":\"Not Found\"}");
        }
        if (request.path().endsWith("/version")) {
            return Answer.json("{\"version\":" + version + "}");
        }
        if (request.path().endsWith("/history")) {
            return historyOf(request);
        }
        if (request.path().contains("/attachments/")) {
            return linkTo(request);
        }
        if (request.path().contains("/files/")) {
            return file(request);
        }
        if (request.is("GET", "/sheets/" + id)) {
            return sheet(request);
        }
        return Answer.failed(404, "{\"errorCode\":1006,\"message\":\"Not Found\"}");
    }

    private synchronized Answer sheet(Request request) {
        Set<String> wantedRows = ids(request.query().get("rowIds"));
        Set<String> wantedColumns = ids(request.query().get("columnIds"));
        ObjectNode sheet = VendorJson.mapper().createObjectNode();
        sheet.put("id", Long.parseLong(id)).put("name", "Billing").put("version", version);
        sheet.put("totalRowCount", rows.size());
        ArrayNode columnNodes = sheet.putArray("columns");
        columns.forEach((column, title) -> {
            if (wantedColumns.isEmpty() || wantedColumns.contains(column)) {
                columnNodes
                        .addObject()
                        .put("id", Long.parseLong(column))
                        .put("title", title)
                        .put("type", column.equals("103") ? "DATE" : "TEXT_NUMBER");
            }
        });
        ArrayNode rowNodes = sheet.putArray("rows");
        int number = 0;
        for (Map.Entry<String, Map<String, Object>> row : rows.entrySet()) {
            number++;
            if (!wantedRows.isEmpty() && !wantedRows.contains(row.getKey())) {
                continue;
            }
            ObjectNode node = rowNodes.addObject();
            node.put("id", Long.parseLong(row.getKey())).put("rowNumber", number);
            node.put("modifiedAt", modified.get(row.getKey()).toString());
            ArrayNode cells = node.putArray("cells");
            row.getValue()
                    .forEach((column, value) ->
                            cells.addObject()
                                    .put("columnId", Long.parseLong(column))
                                    .set("value", VendorJson.mapper().valueToTree(value)));
            addAttachments(node, row.getKey());
            addComments(node, row.getKey());
        }
        return Answer.json(sheet.toString());
    }

    private void addAttachments(ObjectNode row, String rowId) {
        ArrayNode nodes = row.putArray("attachments");
        attachments.forEach((attachment, file) -> {
            if (file.row().equals(rowId)) {
                nodes.addObject()
                        .put("id", Long.parseLong(attachment))
                        .put("name", file.name())
                        .put("attachmentType", "FILE")
                        .put("mimeType", "application/octet-stream")
                        .put("sizeInKb", Math.max(1, file.content().length / 1024))
                        .put("createdAt", file.createdAt().toString());
            }
        });
    }

    private void addComments(ObjectNode row, String rowId) {
        ArrayNode threads = row.putArray("discussions");
        comments.forEach((comment, said) -> {
            if (said.row().equals(rowId)) {
                ObjectNode node =
                        threads.addObject()
                                .put("id", Long.parseLong(comment) + 1)
                                .putArray("comments")
                                .addObject();
                node.put("id", Long.parseLong(comment)).put("text", said.text());
                node.put("createdAt", said.createdAt().toString());
                node.putObject("createdBy").put("email", said.author());
            }
        });
    }

    private synchronized Answer linkTo(Request request) {
        String attachment = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (!attachments.containsKey(attachment)) {
            return Answer.failed(404, "{\"errorCode\":1006,\"message\":\"Not Found\"}");
        }
        String link = Long.toString(System.nanoTime());
        if (deadLinks > 0) {
            deadLinks--;
        } else {
            links.put(link, attachment);
        }
        return Answer.json(
                "{\"id\":%s,\"url\":\"%s/2.0/files/%s\",\"urlExpiresInMillis\":120000}"
                        .formatted(attachment, FakeVendors.base(), link));
    }

    private synchronized Answer file(Request request) {
        String link = request.path().substring(request.path().lastIndexOf('/') + 1);
        Attached file = links.containsKey(link) ? attachments.get(links.get(link)) : null;
        return file == null
                ? Answer.failed(403, "AccessDenied: request has expired")
                : new Answer(200, "application/octet-stream", file.content());
    }

    private synchronized Answer shares() {
        ArrayNode items = VendorJson.mapper().createArrayNode();
        editors.forEach(editor ->
                items.addObject()
                        .put("id", "share-of-" + editor)
                        .put("type", "USER")
                        .put("userId", 1)
                        .put("email", editor)
                        .put("accessLevel", "EDITOR"));
        return Answer.json("{\"items\":" + items + "}");
    }

    private synchronized Answer historyOf(Request request) {
        List<String> path = Arrays.asList(request.path().split("/"));
        String row = path.get(path.indexOf("rows") + 1);
        String column = path.get(path.indexOf("columns") + 1);
        ArrayNode data = VendorJson.mapper().createArrayNode();
        history.getOrDefault(row + ":" + column, new ArrayDeque<>())
                .forEach(entry -> {
                    ObjectNode node = data.addObject();
                    node.put("columnId", Long.parseLong(column)).put("value", entry[0]);
                    node.put("modifiedAt", entry[2]);
                    node.putObject("modifiedBy").put("email", entry[1]);
                });
        return Answer.json("{\"data\":" + data + "}");
    }

    private Answer webhooks(Request request) {
        if (request.is("POST", "/webhooks")) {
            callbackUrl = VendorJson.read(request.body()).path("callbackUrl").asText();
            hookCreated = true;
            return Answer.json("{\"resultCode\":0,\"result\":" + hook() + "}");
        }
        if (request.is("PUT", "/webhooks")) {
            hookStatus = challenged() ? "ENABLED" : "DISABLED_VERIFICATION_FAILED";
            return Answer.json("{\"resultCode\":0,\"result\":" + hook() + "}");
        }
        if (request.path().endsWith("/webhooks")) {
            return Answer.json("{\"data\":[" + (hookCreated ? hook() : "") + "]}");
        }
        return Answer.json(hook().toString());
    }

    private JsonNode hook() {
        return VendorJson.mapper()
                .createObjectNode()
                .put("id", Long.parseLong(hookId))
                .put("name", "Tieout: Billing")
                .put("callbackUrl", callbackUrl)
                .put("scope", "sheet")
                .put("scopeObjectId", Long.parseLong(id))
                .put("enabled", hookStatus.equals("ENABLED"))
                .put("status", hookStatus)
                .put("sharedSecret", secret);
    }

    private boolean challenged() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(URI.create(callbackUrl))
                                    .header("Smartsheet-Hook-Challenge", CHALLENGE)
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"challenge\":\"%s\",\"webhookId\":%s}"
                                                            .formatted(CHALLENGE, hookId)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    && response.headers()
                            .firstValue("Smartsheet-Hook-Response")
                            .filter(CHALLENGE::equals)
                            .isPresent();
        } catch (java.io.IOException | InterruptedException _) {
            return false;
        }
    }

    private static Set<String> ids(String list) {
        return list == null ? Set.of() : Arrays.stream(list.split(",")).collect(Collectors.toSet());
    }
}
