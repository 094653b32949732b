package io.tieout.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The central promise, checked from both ends: what the twin saw changed is what audit had
/// recorded and released, item by item.
public final class Gate {
    private final Running running;

    public Gate(Running running) {
        this.running = running;
    }

    /// Waits until nothing is in flight that was when this was asked, and compares every item that
    /// took effect with every effect that audit had released. Other tests go on meanwhile: what was
    /// done before the vendors were looked at must be seen there, and what was seen there must have
    /// been recorded before.
    public void holds() {
        Set<String> asked = Set.copyOf(inFlight(effects()));
        await().untilAsserted(() -> {
            List<JsonNode> before = effects();
            assertThat(inFlight(before))
                    .as("effects in flight")
                    .filteredOn(asked::contains)
                    .isEmpty();
            List<String> seen =
                    running.twin().mutations().stream()
                            .filter(item -> !item.path("operation").asText().contains("webhook"))
                            .map(Gate::seen)
                            .flatMap(List::stream)
                            .toList();
            List<JsonNode> after = effects();
            assertThat(difference(seen, recorded(after, "RELEASED", "DONE")))
                    .as("seen by a vendor but not recorded")
                    .isEmpty();
            assertThat(difference(recorded(before, "DONE"), seen))
                    .as("recorded as done but not seen")
                    .isEmpty();
        });
    }

    private List<JsonNode> effects() {
        JsonNode answer = running.audit().get("/audit/effects?after=0");
        return StreamSupport.stream(
                        (answer.isArray() ? answer : answer.path("items")).spliterator(), false)
                .toList();
    }

    private static List<String> recorded(List<JsonNode> effects, String... statuses) {
        return effects.stream()
                .filter(effect -> List.of(statuses).contains(effect.path("status").asText()))
                .map(Gate::recorded)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> inFlight(List<JsonNode> effects) {
        return effects.stream()
                .filter(effect -> effect.path("status").asText().equals("RELEASED"))
                .map(effect ->
                        effect.path("proposalId").asText() + "/" + effect.path("effectId").asText())
                .toList();
    }

    /// An item as the twin saw it, in a form that both sides share.
    private static List<String> seen(JsonNode item) {
        JsonNode body = item.path("body");
        String target = item.path("target").asText();
        return switch (item.path("operation").asText()) {
            case "update row" ->
                    List.of(
                            "row "
                                    + target
                                    + ":"
                                    + item.path("entityId").asText()
                                    + " "
                                    + cells(body));
            case "add row" -> List.of("new row " + target + " " + cells(body));
            case "create invoice" -> List.of("invoice " + target + " " + invoiceSeen(body));
            case "create bill",
                    "create journalentry",
                    "create purchaseorder",
                    "create timeactivity" ->
                    List.of("document " + target + " " + documentSeen(body));
            case "update bill", "update purchase", "update vendorcredit" ->
                    List.of("accounts " + target + " " + item.path("entityId").asText());
            case "send mail" -> List.of("mail " + target + " " + item.path("entityId").asText());
            case "add comment" -> List.of("comment " + target + " " + comment(body));
            case String other -> List.of(other + " " + target + " " + body);
        };
    }

    private static List<String> recorded(JsonNode released) {
        JsonNode effect = released.path("effect");
        return switch (effect.path("type").asText()) {
            case "update-rows" ->
                    StreamSupport.stream(effect.path("rows").spliterator(), false)
                            .map(row ->
                                    "row "
                                            + effect.path("sheetId").asText()
                                            + ":"
                                            + row.path("rowId").asText()
                                            + " "
                                            + recordedCells(row.path("cells")))
                            .toList();
            case "add-rows" ->
                    StreamSupport.stream(effect.path("rows").spliterator(), false)
                            .map(row ->
                                    "new row "
                                            + effect.path("sheetId").asText()
                                            + " "
                                            + newCells(effect, row))
                            .toList();
            case "create-invoice" ->
                    List.of(
                            "invoice "
                                    + effect.path("realmId").asText()
                                    + " "
                                    + invoiceRecorded(effect));
            case "create-bill",
                    "create-journal-entry",
                    "create-purchase-order",
                    "create-time-activity" ->
                    List.of(
                            "document "
                                    + effect.path("realmId").asText()
                                    + " "
                                    + documentRecorded(effect));
            case "recategorise-line" ->
                    List.of(
                            "accounts "
                                    + effect.path("realmId").asText()
                                    + " "
                                    + effect.path("documentId").asText());
            case "add-comment" ->
                    List.of(
                            "comment "
                                    + effect.path("row").path("sheetId").asText()
                                    + " "
                                    + words(effect.path("text")));
            case "send-mail" ->
                    List.of(
                            "mail %s <%s.%s.%s@tieout>"
                                    .formatted(
                                            effect.path("to").asText(),
                                            released.path("proposalId").asText(),
                                            released.path("revision").asText(),
                                            released.path("effectId").asText()));
            case String other -> List.of(other + " " + effect);
        };
    }

    private static Map<String, String> cells(JsonNode row) {
        Map<String, String> cells = new TreeMap<>();
        for (JsonNode cell : row.path("cells")) {
            JsonNode value = cell.path("value");
            cells.put(
                    cell.path("columnId").asText(),
                    value.isNumber() ? plain(value.decimalValue()) : value.asText(""));
        }
        return cells;
    }

    private static Map<String, String> recordedCells(JsonNode writes) {
        Map<String, String> cells = new TreeMap<>();
        for (JsonNode write : writes) {
            JsonNode content = write.path("content");
            String text =
                    switch (content.path("type").asText()) {
                        case "figure" -> plain(new BigDecimal(content.path("value").asText()));
                        case "cleared" -> "";
                        default -> content.path("value").asText();
                    };
            cells.put(write.path("columnId").asText(), text);
        }
        return cells;
    }

    private static Map<String, String> newCells(JsonNode effect, JsonNode row) {
        Map<String, String> cells = recordedCells(row.path("cells"));
        cells.put(effect.path("externalIdColumn").asText(), row.path("externalId").asText());
        return cells;
    }

    private static String invoiceSeen(JsonNode body) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : body.path("Line")) {
            JsonNode detail = line.path("SalesItemLineDetail");
            lines.add(
                    String.join(
                            "|",
                            detail.path("ItemRef").path("value").asText(),
                            line.path("Description").asText(),
                            plain(detail.path("Qty").decimalValue()),
                            plain(detail.path("UnitPrice").decimalValue()),
                            plain(line.path("Amount").decimalValue()),
                            detail.path("TaxCodeRef").path("value").asText(),
                            detail.path("ClassRef").path("value").asText(""),
                            detail.path("ServiceDate").asText("")));
        }
        return String.join(
                " ",
                body.path("CustomerRef").path("value").asText(),
                body.path("CurrencyRef").path("value").asText(),
                body.path("TxnDate").asText(),
                body.path("PrivateNote").asText(),
                body.path("TxnTaxDetail").path("TxnTaxCodeRef").path("value").asText(""),
                body.path("DepartmentRef").path("value").asText(""),
                body.path("SalesTermRef").path("value").asText(""),
                lines.toString());
    }

    private static String invoiceRecorded(JsonNode effect) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : effect.path("lines")) {
            lines.add(
                    String.join(
                            "|",
                            line.path("itemId").asText(),
                            line.path("description").asText(),
                            plain(new BigDecimal(line.path("quantity").asText())),
                            plain(new BigDecimal(line.path("unitPrice").path("amount").asText())),
                            plain(new BigDecimal(line.path("amount").path("amount").asText())),
                            line.path("taxCodeId")
                                    .asText(line.path("taxable").asBoolean() ? "TAX" : "NON"),
                            line.path("classId").asText(""),
                            line.path("serviceDate").asText("")));
        }
        return String.join(
                " ",
                effect.path("customerId").asText(),
                effect.path("currency").asText(),
                effect.path("invoiceDate").asText(),
                effect.path("anchor").asText(),
                effect.path("taxCodeId").asText(""),
                effect.path("departmentId").asText(""),
                effect.path("termId").asText(""),
                lines.toString());
    }

    private static String documentSeen(JsonNode body) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : body.path("Line")) {
            lines.add(
                    String.join(
                            "|",
                            line.findPath("AccountRef").path("value").asText(""),
                            line.findPath("ItemRef").path("value").asText(""),
                            line.findPath("PostingType").asText("").toUpperCase(Locale.ROOT),
                            line.findPath("CustomerRef").path("value").asText(""),
                            line.findPath("ClassRef").path("value").asText(""),
                            line.findPath("TaxCodeRef").path("value").asText(""),
                            line.path("Description").asText(),
                            plain(line.path("Amount").decimalValue())));
        }
        String minutes =
                body.has("Hours")
                        ? Integer.toString(
                                body.path("Hours").asInt() * 60 + body.path("Minutes").asInt())
                        : "";
        String description = body.path("Description").asText("");
        String anchor =
                body.has("PrivateNote")
                        ? body.path("PrivateNote").asText()
                        : description.replaceAll("(?s).*\\[(tieout:[^\\]]*)]$", "$1");
        return String.join(
                " ",
                body.path("VendorRef").path("value").asText(""),
                body.path("TxnDate").asText(),
                anchor,
                minutes,
                lines.toString());
    }

    private static String documentRecorded(JsonNode effect) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : effect.path("lines")) {
            lines.add(
                    String.join(
                            "|",
                            line.path("accountId").asText(""),
                            line.path("itemId").asText(""),
                            line.path("side").asText(""),
                            line.path("customerId").asText(""),
                            line.path("classId").asText(""),
                            line.path("taxCodeId").asText(""),
                            line.path("description").asText(),
                            plain(new BigDecimal(line.path("amount").path("amount").asText()))));
        }
        String minutes =
                effect.has("hours")
                        ? plain(
                                new BigDecimal(effect.path("hours").asText())
                                        .multiply(new BigDecimal(60)))
                        : "";
        return String.join(
                " ",
                effect.path("vendorId").asText(""),
                effect.path("date").asText(),
                effect.path("anchor").asText(),
                minutes,
                lines.toString());
    }

    private static String comment(JsonNode body) {
        return body.has("comment")
                ? body.path("comment").path("text").asText()
                : body.path("text").asText();
    }

    private static String words(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path("text").asText())
                .collect(Collectors.joining());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// What `left` has more often than `right`.
    private static List<String> difference(List<String> left, List<String> right) {
        Map<String, Integer> spare = new HashMap<>();
        right.forEach(item -> spare.merge(item, 1, Integer::sum));
        return left.stream().filter(item -> spare.merge(item, -1, Integer::sum) < 0).toList();
    }
}
