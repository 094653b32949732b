package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tieout.twin.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Turns what a caller wants in a cell into what the cell will show, or refuses it: 1042 where
/// types are strict.
final class CellRules {
    static final int TEXT_MAX = 4000;
    private static final BigDecimal NUMBER_MAX = BigDecimal.valueOf(1L << 53);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Set<String> ALLOWED =
            Set.of(
                    "columnId",
                    "value",
                    "formula",
                    "objectValue",
                    "hyperlink",
                    "linkInFromCell",
                    "strict",
                    "overrideValidation",
                    "format",
                    "image");
    private static final Set<String> READ_ONLY =
            Set.of("displayValue", "columnType", "conditionalFormat", "linksOutToCells");

    private final Map<String, String> names;

    /// Names of known people by e-mail address.
    CellRules(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    CellValue read(Column column, JsonNode cell, boolean atScreen) {
        for (var entry : cell.properties()) {
            if (READ_ONLY.contains(entry.getKey())) {
                throw SmartsheetFault.bad(
                        1032,
                        "The attribute(s) cell."
                                + entry.getKey()
                                + " are not allowed for this operation.");
            }
            if (!ALLOWED.contains(entry.getKey())) {
                throw SmartsheetFault.bad(
                        1008,
                        "Unable to parse request. The following error occurred: Unknown attribute \""
                                + entry.getKey()
                                + "\"");
            }
        }
        if (cell.has("linkInFromCell") && cell.has("value")) {
            throw SmartsheetFault.bad(1115, "A cell cannot have both a link and a value.");
        }
        if (Json.filled(cell, "formula")) {
            return new CellValue(
                    TextNode.valueOf("#UNPARSEABLE"),
                    "#UNPARSEABLE",
                    cell.path("formula").asText(),
                    null,
                    null);
        }
        if (cell.has("objectValue") && !cell.path("objectValue").isNull()) {
            return object(column, cell.path("objectValue"));
        }
        if (!cell.has("value") && !cell.has("objectValue")) {
            throw SmartsheetFault.bad(
                    1012, "A required object attribute is missing from your request: cell.value.");
        }
        var value =
                typed(column, cell.path("value"), !atScreen && cell.path("strict").asBoolean(true));
        return cell.has("hyperlink") && !value.empty()
                ? new CellValue(
                        value.value(), value.displayValue(), null, null, cell.path("hyperlink"))
                : value;
    }

    private CellValue typed(Column column, JsonNode value, boolean strict) {
        if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
            return CellValue.EMPTY;
        }
        if (value.isArray() && !strict && column.type() == Column.Type.MULTI_PICKLIST) {
            return choices(value);
        }
        if (value.isContainerNode()) {
            throw wrongType(column, value);
        }
        var fitting = fitting(column, value, strict);
        if (fitting == null) {
            if (strict) {
                throw wrongType(column, value);
            }
            return text(value.asText());
        }
        return fitting;
    }

    /// The value as the column's type wants it, or null when it does not fit.
    private @Nullable CellValue fitting(Column column, JsonNode value, boolean strict) {
        return switch (column.type()) {
            case TEXT_NUMBER -> free(value, strict);
            case CHECKBOX -> checkbox(value, strict);
            case DATE -> value.isTextual() ? date(value.textValue()) : null;
            case PICKLIST ->
                    value.isTextual() && (!strict || column.options().contains(value.textValue()))
                            ? text(value.textValue())
                            : null;
            case CONTACT_LIST -> value.isTextual() ? contact(value.textValue(), null) : null;
            case MULTI_PICKLIST ->
                    value.isTextual() && !strict ? choices(Json.array().add(value)) : null;
            case MULTI_CONTACT_LIST, DATETIME -> null;
        };
    }

    private static CellValue free(JsonNode value, boolean strict) {
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        if (value.isBoolean()) {
            return CellValue.of(value, value.asText());
        }
        var text = value.textValue();
        return !strict && NUMBER.matcher(text).matches()
                ? number(new BigDecimal(text))
                : text(text);
    }

    private static @Nullable CellValue checkbox(JsonNode value, boolean strict) {
        if (value.isBoolean()) {
            return CellValue.of(value, null);
        }
        var word = value.asText();
        return !strict && (word.equals("true") || word.equals("false"))
                ? CellValue.of(BooleanNode.valueOf(word.equals("true")), null)
                : null;
    }

    private static @Nullable CellValue date(String text) {
        try {
            LocalDate.parse(text);
            return CellValue.of(TextNode.valueOf(text), null);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private @Nullable CellValue contact(String email, @Nullable String name) {
        if (!EMAIL.matcher(email).matches()) {
            return null;
        }
        var shown = name == null || name.isEmpty() ? names.getOrDefault(email, email) : name;
        var object =
                Json.object().put("objectType", "CONTACT").put("email", email).put("name", shown);
        return new CellValue(TextNode.valueOf(email), shown, null, object, null);
    }

    /// Numbers travel as doubles, whole ones without a fraction.
    private static CellValue number(BigDecimal number) {
        if (number.abs().compareTo(NUMBER_MAX) > 0) {
            throw SmartsheetFault.bad(
                    1148, "The value " + number.toPlainString() + " is out of range.");
        }
        var asDouble = new BigDecimal(Double.toString(number.doubleValue())).stripTrailingZeros();
        var node = Json.parse(asDouble.toPlainString());
        return CellValue.of(node, node.asText());
    }

    /// What a person picked, or typed, which counts as one more choice.
    private static CellValue choices(JsonNode words) {
        var object = Json.object().put("objectType", "MULTI_PICKLIST");
        object.set("values", words);
        return several(object);
    }

    /// Callers that know nothing of several values see them joined.
    private static CellValue several(JsonNode object) {
        var words =
                StreamSupport.stream(object.path("values").spliterator(), false)
                        .map(one -> one.isTextual() ? one.asText() : one.path("email").asText())
                        .collect(Collectors.joining(", "));
        return words.isEmpty()
                ? CellValue.EMPTY
                : new CellValue(TextNode.valueOf(words), words, null, object, null);
    }

    private static CellValue text(String text) {
        var kept = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        return CellValue.of(TextNode.valueOf(kept), kept);
    }

    private CellValue object(Column column, JsonNode object) {
        switch (column.type()) {
            case CONTACT_LIST -> {
                var contact =
                        contact(object.path("email").asText(""), object.path("name").asText(null));
                if (contact != null) {
                    return contact;
                }
            }
            case MULTI_PICKLIST, MULTI_CONTACT_LIST -> {
                if (object.path("values").isArray()) {
                    return several(object);
                }
            }
            case TEXT_NUMBER, PICKLIST, CHECKBOX, DATE, DATETIME -> {}
        }
        throw wrongType(column, object);
    }

    private static SmartsheetFault wrongType(Column column, JsonNode value) {
        return SmartsheetFault.bad(
                1042,
                "The cell value for column "
                        + column.id()
                        + ", '"
                        + value.asText(value.toString())
                        + "', did not conform to the strict requirements for type "
                        + column.type()
                        + ".");
    }
}
