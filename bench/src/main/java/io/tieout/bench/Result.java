package io.tieout.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The one last line of a bench, for programs: `RESULT name=... key=value ...`.
public final class Result {
    private final Map<String, String> values = new LinkedHashMap<>();

    public Result(String name) {
        with("name", name);
    }

    public Result with(String key, Object value) {
        String text = value.toString();
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "A value of a result is one word, but %s is \"%s\".".formatted(key, text));
        }
        values.put(key, text);
        return this;
    }

    /// A figure to so many decimals, cut off rather than rounded: a result never flatters.
    public Result with(String key, double value, int decimals) {
        return with(
                key,
                BigDecimal.valueOf(value).setScale(decimals, RoundingMode.DOWN).toPlainString());
    }

    public void print(PrintStream out) {
        out.println(this);
        out.flush();
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(" ", "RESULT ", ""));
    }
}
