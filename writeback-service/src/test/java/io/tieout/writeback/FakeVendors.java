package io.tieout.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.tieout.kit.json.WireJson;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A QuickBooks and a Smartsheet that remember what was done to them and can be told to misbehave.
@Startup
@ApplicationScoped
public class FakeVendors {
    private static final ObjectMapper JSON = WireJson.mapper();
    private static final Pattern WHERE =
            Pattern.compile("CustomerRef = '(.*?)' AND TxnDate = '(.*?)'");

    private static final Pattern NAMED =
            Pattern.compile("FROM (\\w+) WHERE .*Id IN \\((.*?)\\) ORDERBY");

    /// A request as it came.
    public record Seen(String method, String path, Map<String, String> query, String body) {
        public boolean isWrite() {
            return !method.equals("GET") && !path.startsWith("/oauth2");
        }
    }

    private record Answer(int status, String body) {}

    private record Refusal(Predicate<Seen> which, int status, String code) {}

    @ConfigProperty(name = "test.vendor.port")
    int port;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> invoices = new ArrayList<>();
    private final Map<String, Answer> replays = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> rows = new TreeMap<>();
    private static final long FIRST_NEW_ROW = 9000;

    private final List<ObjectNode> comments = new ArrayList<>();
    private final Map<String, ObjectNode> bills = new HashMap<>();
    private final Map<String, List<String>> rowWrites = new ConcurrentHashMap<>();
    private volatile Predicate<Seen> dropAfter = _ -> false;
    private volatile Predicate<Seen> dropBefore = _ -> false;
    private volatile Predicate<Seen> throttle = _ -> false;
    private volatile Predicate<JsonNode> badInvoice = _ -> false;
    private volatile Predicate<JsonNode> hardInvoice = _ -> false;
    private volatile Set<String> badRows = Set.of();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final Set<String> inactive = ConcurrentHashMap.newKeySet();
    private final Set<String> absent = ConcurrentHashMap.newKeySet();
    private volatile boolean replaying = true;
    private long version = 100;
    private HttpServer server;

    @PostConstruct
    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        server.stop(0);
    }

    public synchronized void reset() {
        seen.clear();
        invoices.clear();
        replays.clear();
        rows.clear();
        comments.clear();
        rowWrites.clear();
        dropAfter = _ -> false;
        dropBefore = _ -> false;
        throttle = _ -> false;
        badInvoice = _ -> false;
        hardInvoice = _ -> false;
        badRows = Set.of();
        replaying = true;
        refusals.clear();
        inactive.clear();
        absent.clear();
    }

    /// Such requests are refused with this code, and nothing happens.
    public void refuse(int status, String code, Predicate<Seen> which) {
        refusals.add(new Refusal(which, status, code));
    }

    public void refuseNothing() {
        refusals.clear();
    }

    /// An entry of the lists, such as `Customer 58`, was made inactive.
    public void deactivate(String entry) {
        inactive.add(entry);
    }

    public void reactivate(String entry) {
        inactive.remove(entry);
    }

    /// An entry of the lists is not there any more.
    public void remove(String entry) {
        absent.add(entry);
    }

    public void dropAfter(Predicate<Seen> which) {
        dropAfter = which;
    }

    public void dropBefore(Predicate<Seen> which) {
        dropBefore = which;
    }

    public void throttle(Predicate<Seen> which) {
        throttle = which;
    }

    public void refuseInvoices(Predicate<JsonNode> which) {
        badInvoice = which;
    }

    /// Such invoices are more than it can take.
    public void failAtInvoices(Predicate<JsonNode> which) {
        hardInvoice = which;
    }

    public void loseRows(String... ids) {
        badRows = Set.of(ids);
    }

    /// From now on a request id means nothing.
    public void forgetRequestIds() {
        replaying = false;
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<Seen> writes() {
        return seen.stream().filter(Seen::isWrite).toList();
    }

    public synchronized List<ObjectNode> invoices() {
        return List.copyOf(invoices);
    }

    public synchronized List<String> anchors() {
        return invoices.stream().map(i -> i.path("PrivateNote").asText()).sorted().toList();
    }

    public synchronized void cell(String row, String column, String value) {
        rows.computeIfAbsent(row, _ -> new HashMap<>()).put(column, JSON.valueToTree(value));
    }

    /// What was written to the row's first cell, in order.
    public List<String> written(String row) {
        return List.copyOf(rowWrites.getOrDefault(row, List.of()));
    }

    public synchronized List<String> comments() {
        return comments.stream().map(c -> c.path("text").asText()).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Seen request =
                new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        query(exchange.getRequestURI().getRawQuery()),
                        body);
        seen.add(request);
        if (dropBefore.test(request)) {
            exchange.close();
            return;
        }
        Answer answer = answerOrRefusal(request);
        if (dropAfter.test(request)) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answerOrRefusal(Seen request) throws IOException {
        if (throttle.test(request)) {
            return throttled(request);
        }
        for (Refusal refusal : refusals) {
            if (!request.path().startsWith("/oauth2") && refusal.which().test(request)) {
                return new Answer(refusal.status(), refused(request, refusal.code()));
            }
        }
        return answer(request);
    }

    private static String refused(Seen request, String code) {
        return request.path().startsWith("/2.0")
                ? "{\"errorCode\":%s,\"message\":\"As told by the test\"}".formatted(code)
                : fault(code, "As told by the test").toString();
    }

    private static Answer throttled(Seen request) {
        return request.path().startsWith("/2.0")
                ? new Answer(429, "{\"errorCode\":4003,\"message\":\"Rate limit exceeded.\"}")
                : new Answer(
                        429,
                        "{\"Fault\":{\"Error\":[{\"Message\":\"ThrottleExceeded\",\"code\":\"3001\"}],\"type\":\"SERVICE\"}}");
    }

    private synchronized Answer answer(Seen request) throws IOException {
        String path = request.path();
        if (path.startsWith("/oauth2")) {
            return new Answer(
                    200,
                    "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3600,\"x_refresh_token_expires_in\":8640000,\"token_type\":\"bearer\"}");
        }
        if (path.startsWith("/2.0")) {
            return smartsheet(request);
        }
        if (path.endsWith("/query")) {
            return queried(request.query().getOrDefault("query", ""));
        }
        String id = request.query().getOrDefault("requestid", "");
        Answer replay = replays.get(id);
        if (replay != null && replaying) {
            return replay;
        }
        if (path.contains("/bill")) {
            Answer answer = bill(request);
            if (request.isWrite()) {
                replays.put(id, answer);
            }
            return answer;
        }
        if (!request.isWrite()) {
            return stored(path.substring(path.lastIndexOf('/') + 1));
        }
        JsonNode body = JSON.readTree(request.body());
        if (request.query().containsKey("operation")) {
            return voided(body);
        }
        Answer answer = path.endsWith("/batch") ? batch(body) : single(body);
        replays.put(id, answer);
        return answer;
    }

    /// Somebody works on an invoice in QuickBooks.
    public synchronized void edit(String invoice, String field, JsonNode value) {
        ObjectNode edited = find(invoice);
        edited.set(field, value);
        edited.put("SyncToken", Integer.toString(edited.path("SyncToken").asInt() + 1));
    }

    /// A bill that is there.
    public synchronized void hasBill(String id, String json) throws IOException {
        bills.put(id, (ObjectNode) JSON.readTree(json));
    }

    /// The accounts of a bill's lines, in order.
    public synchronized List<String> accountsOf(String bill) {
        List<String> accounts = new ArrayList<>();
        bills.get(bill)
                .path("Line")
                .forEach(line ->
                        accounts.add(
                                line.path("AccountBasedExpenseLineDetail")
                                        .path("AccountRef")
                                        .path("value")
                                        .asText()));
        return accounts;
    }

    private Answer bill(Seen request) throws IOException {
        if (!request.isWrite()) {
            String id = request.path().substring(request.path().lastIndexOf('/') + 1);
            return new Answer(200, JSON.createObjectNode().set("Bill", bills.get(id)).toString());
        }
        JsonNode body = JSON.readTree(request.body());
        ObjectNode bill = bills.get(body.path("Id").asText());
        if (!bill.path("SyncToken").equals(body.path("SyncToken"))) {
            return new Answer(
                    400,
                    "{\"Fault\":{\"Error\":[{\"Message\":\"Stale Object Error\",\"code\":\"5010\"}],\"type\":\"ValidationFault\"}}");
        }
        bill.set("Line", body.path("Line"));
        bill.put("SyncToken", Integer.toString(bill.path("SyncToken").asInt() + 1));
        return new Answer(200, JSON.createObjectNode().set("Bill", bill).toString());
    }

    private ObjectNode find(String id) {
        return invoices.stream()
                .filter(i -> i.path("Id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Answer stored(String id) {
        return new Answer(200, JSON.createObjectNode().set("Invoice", find(id)).toString());
    }

    private Answer voided(JsonNode body) {
        ObjectNode invoice = find(body.path("Id").asText());
        if (!invoice.path("SyncToken").equals(body.path("SyncToken"))) {
            return new Answer(
                    400,
                    "{\"Fault\":{\"Error\":[{\"Message\":\"Stale Object Error\",\"code\":\"5010\"}],\"type\":\"ValidationFault\"}}");
        }
        invoice.put("TotalAmt", 0).put("Balance", 0).put("PrivateNote", "Voided");
        edit(body.path("Id").asText(), "Balance", JSON.valueToTree(0));
        return new Answer(200, JSON.createObjectNode().set("Invoice", invoice).toString());
    }

    private Answer single(JsonNode body) {
        ObjectNode created = create(body);
        return created.has("Fault")
                ? new Answer(400, created.toString())
                : new Answer(200, JSON.createObjectNode().set("Invoice", created).toString());
    }

    private Answer batch(JsonNode body) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("BatchItemResponse");
        for (JsonNode item : body.path("BatchItemRequest")) {
            ObjectNode created = create(item.path("Invoice"));
            ObjectNode response = items.addObject().put("bId", item.path("bId").asText());
            if (created.has("Fault")) {
                response.set("Fault", created.path("Fault"));
            } else {
                response.set("Invoice", created);
            }
        }
        return new Answer(200, answer.toString());
    }

    private ObjectNode create(JsonNode body) {
        if (badInvoice.test(body)) {
            return fault("2500", "Invalid Reference Id : CustomerRef");
        }
        if (hardInvoice.test(body)) {
            return fault("10000", "An application error has occurred");
        }
        if (lacksTaxCode(body)) {
            return fault(
                    "6000", "Make sure all your transactions have a tax rate before you save.");
        }
        ObjectNode created = body.deepCopy();
        created.put("Id", Integer.toString(1000 + invoices.size()));
        created.put("SyncToken", "0");
        created.put("DocNumber", Integer.toString(2000 + invoices.size()));
        boolean canadian = isCanadian(body);
        created.put("TotalAmt", new BigDecimal(canadian ? "404.71" : "1224.85"));
        created.put("Balance", created.path("TotalAmt").decimalValue());
        created.withObject("/TxnTaxDetail")
                .put("TotalTax", new BigDecimal(canadian ? "24.71" : "99.85"));
        invoices.add(created);
        return created;
    }

    private static boolean isCanadian(JsonNode invoice) {
        return invoice.at("/CurrencyRef/value").asText().equals("CAD");
    }

    /// Outside the USA a line needs a code of its own, and the header says what the amounts are.
    private static boolean lacksTaxCode(JsonNode invoice) {
        if (!isCanadian(invoice)) {
            return false;
        }
        List<String> codes = new ArrayList<>();
        invoice.path("Line")
                .forEach(line ->
                        codes.add(line.at("/SalesItemLineDetail/TaxCodeRef/value").asText("")));
        return !codes.stream().allMatch(Set.of("5", "6")::contains)
                || !invoice.path("GlobalTaxCalculation").asText().equals("TaxExcluded")
                || invoice.has("TxnTaxDetail");
    }

    private static ObjectNode fault(String code, String detail) {
        ObjectNode fault = JSON.createObjectNode();
        ObjectNode error = fault.putObject("Fault").putArray("Error").addObject();
        error.put("Message", "Invalid").put("Detail", detail).put("code", code);
        ((ObjectNode) fault.path("Fault")).put("type", "ValidationFault");
        return fault;
    }

    private Answer named(String type, String ids) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode response = answer.putObject("QueryResponse");
        for (String quoted : ids.split(", ")) {
            String id = quoted.replace("'", "");
            String entry = type + " " + id;
            if (!absent.contains(entry)) {
                response.withArray("/" + type)
                        .addObject()
                        .put("Id", id)
                        .put("DisplayName", "No. " + id)
                        .put("Active", !inactive.contains(entry));
            }
        }
        return new Answer(200, answer.toString());
    }

    private Answer queried(String statement) {
        Matcher list = NAMED.matcher(statement);
        if (list.find()) {
            return named(list.group(1), list.group(2));
        }
        Matcher where = WHERE.matcher(statement);
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode response = answer.putObject("QueryResponse");
        if (where.find()) {
            List<ObjectNode> hits =
                    invoices.stream()
                            .filter(i ->
                                    i.path("CustomerRef")
                                            .path("value")
                                            .asText()
                                            .equals(where.group(1)))
                            .filter(i -> i.path("TxnDate").asText().equals(where.group(2)))
                            .toList();
            if (!hits.isEmpty()) {
                response.putArray("Invoice").addAll(hits);
            }
        }
        return new Answer(200, answer.toString());
    }

    private Answer smartsheet(Seen request) throws IOException {
        if (request.path().endsWith("/discussions")) {
            return request.isWrite() ? comment(request) : discussions();
        }
        return request.isWrite() ? write(request) : sheet(request);
    }

    private Answer write(Seen request) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("message", "SUCCESS").put("resultCode", 0);
        ArrayNode results = answer.putArray("result");
        ArrayNode failed = JSON.createArrayNode();
        int index = 0;
        for (JsonNode row : JSON.readTree(request.body())) {
            long number = row.has("id") ? row.path("id").asLong() : FIRST_NEW_ROW + rows.size();
            String id = Long.toString(number);
            if (badRows.contains(id)) {
                ObjectNode item = failed.addObject().put("index", index);
                item.put("rowId", row.path("id").asLong());
                item.putObject("error").put("errorCode", 1006).put("message", "Not Found");
            } else {
                for (JsonNode cell : row.path("cells")) {
                    rows.computeIfAbsent(id, _ -> new HashMap<>())
                            .put(cell.path("columnId").asText(), cell.path("value"));
                }
                rowWrites
                        .computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>())
                        .add(row.path("cells").path(0).path("value").asText());
                results.addObject().put("id", number);
            }
            index++;
        }
        if (!failed.isEmpty()) {
            answer.put("message", "PARTIAL_SUCCESS").put("resultCode", 3);
            answer.set("failedItems", failed);
        }
        answer.put("version", ++version);
        return new Answer(200, answer.toString());
    }

    private Answer sheet(Seen request) {
        ObjectNode sheet = JSON.createObjectNode();
        sheet.put("id", 4100000000000001L).put("name", "Billing").put("version", version);
        sheet.put("totalRowCount", rows.size());
        sheet.putArray("columns");
        ArrayNode list = sheet.putArray("rows");
        boolean whole = !request.query().containsKey("rowIds");
        List<String> wanted = List.of(request.query().getOrDefault("rowIds", "").split(","));
        rows.forEach((id, cells) -> {
            if ((whole || wanted.contains(id)) && !badRows.contains(id)) {
                ObjectNode row = list.addObject().put("id", Long.parseLong(id));
                row.put("rowNumber", 1).put("modifiedAt", "2026-11-20T10:00:00Z");
                row.put("createdAt", "2026-11-20T10:00:00Z");
                ArrayNode cellList = row.putArray("cells");
                cells.forEach((column, value) -> {
                    ObjectNode cell = cellList.addObject();
                    cell.put("columnId", Long.parseLong(column));
                    if (!value.asText().isEmpty()) {
                        cell.set("value", value);
                    }
                });
            }
        });
        return new Answer(200, sheet.toString());
    }

    private Answer comment(Seen request) throws IOException {
        ObjectNode comment = JSON.createObjectNode();
        comment.put("id", 500L + comments.size());
        comment.put("text", JSON.readTree(request.body()).path("comment").path("text").asText());
        comments.add(comment);
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("result").put("id", 9L).putArray("comments").add(comment);
        return new Answer(200, answer.toString());
    }

    private Answer discussions() {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode thread = answer.putArray("data").addObject().put("id", 9L);
        thread.putArray("comments").addAll(comments);
        return new Answer(200, answer.toString());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
