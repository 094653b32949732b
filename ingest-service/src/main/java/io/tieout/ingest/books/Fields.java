package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JSON object of QuickBooks, where empty fields are simply absent.
///
/// @param currency of its amounts
record Fields(JsonNode json, CurrencyCode currency) {
    private static final DateTimeFormatter OFFSET_WITHOUT_COLON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]Z");

    @Nullable String text(String field) {
        return VendorJson.text(json, field);
    }

    String textOr(String field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is absent");
        }
        return text;
    }

    boolean flag(String field, boolean otherwise) {
        return json.path(field).asBoolean(otherwise);
    }

    /// Absent when nothing is said.
    @Nullable Boolean flagOrNull(String field) {
        return json.path(field).isBoolean() ? json.path(field).asBoolean() : null;
    }

    @Nullable Integer whole(String field) {
        JsonNode node = json.path(field);
        return node.isNumber() || node.isTextual() ? node.asInt() : null;
    }

    @Nullable BigDecimal decimal(String field) {
        JsonNode node = json.path(field);
        if (node.isNumber()) {
            return node.decimalValue();
        }
        return node.isTextual() && !node.asText().isBlank() ? new BigDecimal(node.asText()) : null;
    }

    BigDecimal decimalOrZero(String field) {
        BigDecimal value = decimal(field);
        return value == null ? BigDecimal.ZERO : value;
    }

    /// An amount to the currency's smallest unit; what is finer is refused, not rounded.
    @Nullable Money money(String field) {
        BigDecimal value = decimal(field);
        return value == null ? null : new Money(value, currency);
    }

    /// A price per unit; one that is finer than the smallest unit is absent, because a rounded rate
    /// would be a wrong one.
    @Nullable Money rate(String field) {
        BigDecimal value = decimal(field);
        return value == null || value.stripTrailingZeros().scale() > currency.scale()
                ? null
                : new Money(value, currency);
    }

    @Nullable LocalDate date(String field) {
        String text = text(field);
        return text == null
                ? null
                : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    @Nullable Instant instant(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            return OffsetDateTime.parse(text, OFFSET_WITHOUT_COLON).toInstant();
        }
    }

    @Nullable EntityId reference(String field) {
        String value = VendorJson.text(json.path(field), "value");
        return value == null ? null : new EntityId(value);
    }

    @Nullable CurrencyCode currencyOrNull() {
        EntityId code = reference("CurrencyRef");
        return code == null ? null : new CurrencyCode(code.value());
    }

    /// The same object, its amounts in its own currency.
    Fields inOwnCurrency() {
        CurrencyCode own = currencyOrNull();
        return own == null ? this : new Fields(json, own);
    }

    Fields at(String field) {
        return new Fields(json.path(field), currency);
    }

    List<Fields> list(String field) {
        List<Fields> all = new ArrayList<>();
        for (JsonNode element : json.path(field)) {
            all.add(new Fields(element, currency));
        }
        return all;
    }

    @Nullable EntityType counterpartyType() {
        String type = VendorJson.text(json.path("EntityRef"), "type");
        if ("Vendor".equalsIgnoreCase(type)) {
            return EntityType.VENDOR;
        }
        return "Customer".equalsIgnoreCase(type) ? EntityType.CUSTOMER : null;
    }
}
