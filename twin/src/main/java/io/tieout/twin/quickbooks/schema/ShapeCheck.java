package io.tieout.twin.quickbooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/// Says whether a body is built of known properties of the right type and length.
public final class ShapeCheck {
    private static final Set<String> COMMON =
            Set.of("Id", "SyncToken", "sparse", "domain", "MetaData", "status");
    private static final Set<String> REF = Set.of("value", "name", "type");
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("99999999999");

    private final Schema schema;

    public ShapeCheck(Schema schema) {
        this.schema = schema;
    }

    public void check(EntityType type, JsonNode body) {
        if (!body.isObject()) {
            throw QuickBooksFault.unknownProperty(body.getNodeType().name());
        }
        for (var entry : body.properties()) {
            if (!COMMON.contains(entry.getKey())) {
                var field = type.fields().get(entry.getKey());
                if (field == null) {
                    throw QuickBooksFault.unknownProperty(entry.getKey());
                }
                value(field, entry.getValue());
            }
        }
    }

    private void nested(Map<String, Field> fields, JsonNode body, String where) {
        if (!body.isObject()) {
            throw QuickBooksFault.unknownProperty(where);
        }
        for (var entry : body.properties()) {
            var field = fields.get(entry.getKey());
            if (field == null) {
                throw QuickBooksFault.unknownProperty(entry.getKey());
            }
            value(field, entry.getValue());
        }
    }

    private void value(Field field, JsonNode value) {
        if (value.isNull() || field.readOnly()) {
            return;
        }
        switch (field.type()) {
            case STRING -> string(field, value);
            case MONEY, NUMBER -> number(field, value);
            case INT -> require(field, value.isIntegralNumber());
            case BOOL -> require(field, value.isBoolean());
            case DATE -> date(field, value);
            case ENUM -> oneOf(field, value);
            case REF, CURRENCY -> reference(field, value);
            case OBJECT -> nested(schema.object(field.nested()), value, field.name());
            case LIST -> {
                require(field, value.isArray());
                value.forEach(one -> nested(schema.object(field.nested()), one, field.name()));
            }
            case ANY -> {}
        }
    }

    private static void require(Field field, boolean fits) {
        if (!fits) {
            throw QuickBooksFault.unknownProperty(field.name());
        }
    }

    private static void string(Field field, JsonNode value) {
        require(field, value.isTextual());
        if (value.textValue().length() > field.lengthMax()) {
            throw QuickBooksFault.validation(
                    "2050",
                    "String length is either shorter or longer than supported by specification",
                    "String length specified does not match the supported length. Max:"
                            + field.lengthMax()
                            + " Supplied:"
                            + value.textValue().length(),
                    field.name());
        }
    }

    private static void number(Field field, JsonNode value) {
        require(field, value.isNumber());
        if (value.decimalValue().abs().compareTo(AMOUNT_MAX) > 0) {
            throw QuickBooksFault.validation(
                    "2110",
                    "Number out of range",
                    "The number " + value.asText() + " is out of range",
                    field.name());
        }
    }

    private static void date(Field field, JsonNode value) {
        require(field, value.isTextual());
        try {
            LocalDate.parse(
                    value.textValue().length() > 10
                            ? value.textValue().substring(0, 10)
                            : value.textValue());
        } catch (DateTimeParseException _) {
            throw QuickBooksFault.validation(
                    "2060",
                    "Invalid date format",
                    "Date " + value.textValue() + " is not of the form YYYY-MM-DD",
                    field.name());
        }
    }

    private static void oneOf(Field field, JsonNode value) {
        if (!value.isTextual() || !field.targets().contains(value.textValue())) {
            throw QuickBooksFault.validation(
                    "2170",
                    "Invalid enumeration",
                    "Value " + value.asText() + " is not one of " + field.targets(),
                    field.name());
        }
    }

    private static void reference(Field field, JsonNode value) {
        require(field, value.isObject());
        for (var entry : value.properties()) {
            if (!REF.contains(entry.getKey())) {
                throw QuickBooksFault.unknownProperty(entry.getKey());
            }
            require(field, entry.getValue().isTextual() || entry.getValue().isNull());
        }
    }
}
