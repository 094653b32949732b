package io.tieout.twin.openai;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// One answer that the model has been told to give, however bad.
///
/// @param content what the message says
/// @param repeat how many times it says it
/// @param delayMs how long it thinks
/// @param status an error instead, when not 200
/// @param body the whole body instead of a completion
record Turn(String content, int repeat, long delayMs, int status, @Nullable String body) {
    private static final int OK = 200;
    private static final int REPEAT_MAX = 4_000_000;
    private static final long DELAY_MS_MAX = 300_000;

    Turn {
        if (repeat < 0 || repeat > REPEAT_MAX || delayMs < 0 || delayMs > DELAY_MS_MAX) {
            throw new IllegalArgumentException("repeat or delayMs is out of bounds");
        }
    }

    /// A text, any JSON as the text of the message, or `{"turn": {"content", "repeat", "delayMs",
    /// "status", "body"}}`.
    static Turn of(JsonNode told) {
        if (told.isTextual()) {
            return new Turn(told.textValue(), 1, 0, OK, null);
        }
        var turn = told.path("turn");
        if (!turn.isObject()) {
            return new Turn(told.toString(), 1, 0, OK, null);
        }
        var content = turn.path("content");
        return new Turn(
                content.isContainerNode() ? content.toString() : content.asText(""),
                turn.path("repeat").asInt(1),
                turn.path("delayMs").asLong(0),
                turn.path("status").asInt(OK),
                turn.has("body") ? turn.path("body").asText() : null);
    }

    String text() {
        return content.repeat(repeat);
    }
}
