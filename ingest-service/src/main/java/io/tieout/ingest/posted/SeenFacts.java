package io.tieout.ingest.posted;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.ingest.posted.PostedFacts.Fact;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what a document says out of QuickBooks' JSON; what it does not say is empty. Pure.
final class SeenFacts {
    /// Lines that repeat or explain others.
    private static final Set<String> WITHOUT_AMOUNT =
            Set.of("SubTotalLineDetail", "DescriptionOnly");

    private final JsonNode json;
    private final CurrencyCode currency;

    private SeenFacts(JsonNode json, CurrencyCode homeCurrency) {
        this.json = json;
        String own = VendorJson.text(json.path("CurrencyRef"), "value");
        this.currency = own == null ? homeCurrency : new CurrencyCode(own);
    }

    static PostedFacts of(EntityType type, JsonNode json, CurrencyCode homeCurrency) {
        SeenFacts seen = new SeenFacts(json, homeCurrency);
        return new PostedFacts(
                VendorJson.text(json, "DocNumber"),
                type == EntityType.TIME_ACTIVITY ? seen.time() : seen.head(type),
                type == EntityType.TIME_ACTIVITY ? List.of() : seen.lines());
    }

    private Map<String, Fact> head(EntityType type) {
        Anchor anchor = Anchor.of(type, json);
        return new Facts()
                .put(Facts.CUSTOMER, reference(json, "CustomerRef"))
                .put(Facts.VENDOR, reference(json, "VendorRef"))
                .put(Facts.NUMBER, text(json, "DocNumber"))
                .put(Facts.DATE, text(json, "TxnDate"))
                .put(Facts.DUE_DATE, text(json, "DueDate"))
                .put(Facts.TERMS, reference(json, "SalesTermRef"))
                .put(Facts.DEPARTMENT, reference(json, "DepartmentRef"))
                .put(Facts.PAYABLES, reference(json, "APAccountRef"))
                .put(Facts.TAX_CODE, reference(json.path("TxnTaxDetail"), "TxnTaxCodeRef"))
                .put(Facts.TAX_CALCULATION, text(json, "GlobalTaxCalculation"))
                .put(Facts.TOTAL, money(json, "TotalAmt"))
                .put(Facts.MARK, new Fact(anchor == null ? "" : anchor.toString(), null))
                .all();
    }

    private Map<String, Fact> time() {
        BigDecimal minutes =
                decimal(json, "Hours").multiply(new BigDecimal(60)).add(decimal(json, "Minutes"));
        return new Facts()
                .put(Facts.VENDOR, reference(json, "VendorRef"))
                .put(Facts.CUSTOMER, reference(json, "CustomerRef"))
                .put(Facts.DATE, text(json, "TxnDate"))
                .put(
                        Facts.HOURS,
                        new Fact(
                                Facts.plain(
                                        minutes.divide(
                                                new BigDecimal(60), 2, RoundingMode.HALF_UP)),
                                null))
                .put(Facts.ITEM, reference(json, "ItemRef"))
                .put(Facts.CLASS, reference(json, "ClassRef"))
                .put(Facts.DEPARTMENT, reference(json, "DepartmentRef"))
                .put(Facts.BILLABLE, billable(json))
                .put(Facts.RATE, number(json, "HourlyRate"))
                .put(Facts.WORDS, text(json, "Description"))
                .all();
    }

    private List<Map<String, Fact>> lines() {
        List<Map<String, Fact>> lines = new ArrayList<>();
        for (JsonNode line : json.path("Line")) {
            String kind = line.path("DetailType").asText("");
            if (line.has("Amount") && !WITHOUT_AMOUNT.contains(kind)) {
                lines.add(line(line, line.path(kind)));
            }
        }
        return lines;
    }

    private Map<String, Fact> line(JsonNode line, JsonNode detail) {
        return new Facts()
                .put(Facts.AMOUNT, money(line, "Amount"))
                .put(Facts.WORDS, text(line, "Description"))
                .put(Facts.ITEM, reference(detail, "ItemRef"))
                .put(Facts.ACCOUNT, reference(detail, "AccountRef"))
                .put(Facts.QUANTITY, number(detail, "Qty"))
                .put(Facts.RATE, number(detail, "UnitPrice"))
                .put(Facts.CLASS, reference(detail, "ClassRef"))
                .put(Facts.DEPARTMENT, reference(detail, "DepartmentRef"))
                .put(Facts.CUSTOMER, reference(detail, "CustomerRef"))
                .put(Facts.TAX_CODE, reference(detail, "TaxCodeRef"))
                .put(Facts.POSTING, text(detail, "PostingType"))
                .put(Facts.SERVICE_DATE, text(detail, "ServiceDate"))
                .put(Facts.BILLABLE, billable(detail))
                .all();
    }

    /// Billing it on is what it is for, and no edit.
    private static Fact billable(JsonNode node) {
        Fact status = text(node, "BillableStatus");
        return status.value().equals("HasBeenBilled") ? new Fact("Billable", null) : status;
    }

    private static Fact reference(JsonNode node, String field) {
        JsonNode reference = node.path(field);
        return new Fact(reference.path("value").asText(""), VendorJson.text(reference, "name"));
    }

    private static Fact text(JsonNode node, String field) {
        return new Fact(node.path(field).asText(""), null);
    }

    private static Fact number(JsonNode node, String field) {
        return new Fact(node.path(field).isNumber() ? Facts.plain(decimal(node, field)) : "", null);
    }

    private Fact money(JsonNode node, String field) {
        return new Fact(
                node.path(field).isNumber()
                        ? Facts.words(
                                Money.rounded(decimal(node, field), currency, RoundingMode.HALF_UP))
                        : "",
                null);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : BigDecimal.ZERO;
    }
}
