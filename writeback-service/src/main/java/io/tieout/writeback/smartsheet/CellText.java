package io.tieout.writeback.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.effect.CellWrite;
import java.math.BigDecimal;
import java.util.Optional;

/// Cell values as text that can be compared: empty for an empty cell, numbers without trailing
/// zeros. Pure.
public final class CellText {
    private CellText() {}

    /// The text of a cell's value as Smartsheet gives it.
    public static String of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isNumber() ? plain(value.decimalValue()) : value.asText().strip();
    }

    /// The text that a cell shows once this has been written to it.
    static String of(CellWrite.Content content) {
        return switch (content) {
            case CellWrite.Text(String text) -> text.strip();
            case CellWrite.Figure(BigDecimal figure) -> plain(figure);
            case CellWrite.Day(var day) -> day.toString();
            case CellWrite.Cleared _ -> "";
            case CellWrite.ResultOf(var effect, var field) ->
                    throw new IllegalStateException("Unresolved: " + field + " of " + effect);
        };
    }

    /// Whether both mean the same. Figures are compared by value; an empty box is an unticked box.
    public static boolean same(String expected, String actual) {
        if (expected.strip().equals(actual.strip())) {
            return true;
        }
        if (untick(expected).equals(untick(actual))) {
            return true;
        }
        Optional<BigDecimal> one = figure(expected);
        Optional<BigDecimal> other = figure(actual);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
    }

    private static String untick(String text) {
        return text.strip().equals("false") ? "" : text.strip();
    }

    private static Optional<BigDecimal> figure(String text) {
        if (!text.strip().matches("-?\\d{1,20}(\\.\\d{1,20})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.strip()));
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
