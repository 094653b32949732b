package io.tieout.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a cell that is not empty holds, whatever its column's type.
sealed interface CellContent {
    int EXPONENT_MAX = 40;

    /// Words, dates and contacts.
    record Words(String value) implements CellContent {}

    /// A number, to its last digit.
    record Figure(BigDecimal value) implements CellContent {}

    /// A box, ticked or not.
    record Box(boolean ticked) implements CellContent {}

    /// What this JSON value is; absent when the cell is empty.
    static @Nullable CellContent of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING ->
                    value.textValue().isBlank() ? null : new Words(value.textValue().strip());
            case NUMBER -> new Figure(value.decimalValue());
            case BOOLEAN -> new Box(value.booleanValue());
            case NULL, MISSING, ARRAY, BINARY, OBJECT, POJO -> null;
        };
    }

    /// As a person would write it down.
    default String inWords() {
        return switch (this) {
            case Words(String text) -> text;
            case Figure(BigDecimal value) -> plain(value);
            case Box(boolean ticked) -> ticked ? "true" : "false";
        };
    }

    /// Nobody writes down hundreds of digits.
    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (Math.abs((long) stripped.scale()) > EXPONENT_MAX) {
            return stripped.toString();
        }
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
