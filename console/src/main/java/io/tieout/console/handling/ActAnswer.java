package io.tieout.console.handling;

import io.tieout.model.id.EventId;
import org.jspecify.annotations.Nullable;

/// What became of one act.
///
/// @param id of the exception, `realm/finding`
/// @param answer `sent`, `already`, `unknown`, `changed`, `not-open`, `not-allowed` or `refused`
/// @param eventId of the command; present when it was sent
public record ActAnswer(
        String id, String title, String answer, String sentence, @Nullable EventId eventId) {
    public boolean sent() {
        return eventId != null;
    }

    /// Whether the exception now stands as the person wanted.
    public boolean good() {
        return sent() || answer.equals("already");
    }

    public int status() {
        return switch (answer) {
            case "sent" -> 202;
            case "already" -> 200;
            case "unknown" -> 404;
            case "not-allowed" -> 403;
            case "changed", "not-open" -> 409;
            default -> 422;
        };
    }
}
