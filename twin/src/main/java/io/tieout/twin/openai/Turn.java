package io.tieout.twin.openai;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// One answer that the model has been told to give, however bad. Slow answers and errors are
/// faults, as everywhere in the twin.
///
/// @param content what the message says
/// @param repeat how many times it says it
/// @param body the whole body instead of a completion
record Turn(String content, int repeat, @Nullable String body) {
    private static final int REPEAT_MAX = 4_000_000;

    Turn {
        if (repeat < 0 || repeat > REPEAT_MAX) {
            throw new IllegalArgumentException("repeat is out of bounds");
        }
    }

    /// A text, any JSON as the text of the message, or `{"turn": {"content", "repeat", "body"}}`.
    static Turn of(JsonNode told) {
        if (told.isTextual()) {
            return new Turn(told.textValue(), 1, null);
        }
        var turn = told.path("turn");
        if (!turn.isObject()) {
            return new Turn(told.toString(), 1, null);
        }
        var content = turn.path("content");
        return new Turn(
                content.isContainerNode() ? content.toString() : content.asText(""),
                turn.path("repeat").asInt(1),
                turn.has("body") ? turn.path("body").asText() : null);
    }

    String text() {
        return content.repeat(repeat);
    }
}
