package io.tieout.kit.wording;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.kit.json.WireJson;
import org.jspecify.annotations.Nullable;

/// Reads what a model said, whatever it said. Pure.
public final class AnswerReader {
    /// Many times what a hundred lines need.
    static final int LENGTH_MAX = 262_144;

    private AnswerReader() {}

    public static <T> Advice<T> read(@Nullable String text, Class<T> type) {
        if (text == null || text.isBlank()) {
            return new Advice.Unavailable<>("no answer");
        }
        if (text.length() > LENGTH_MAX) {
            return new Advice.Unavailable<>(
                    "an answer of %d characters, more than %d"
                            .formatted(text.length(), LENGTH_MAX));
        }
        try {
            T answer = WireJson.mapper().readValue(text, type);
            return answer == null
                    ? new Advice.Unavailable<>("no answer")
                    : new Advice.Given<>(answer);
        } catch (JsonProcessingException e) {
            return new Advice.Unavailable<>("not the agreed JSON: " + e.getOriginalMessage());
        }
    }
}
