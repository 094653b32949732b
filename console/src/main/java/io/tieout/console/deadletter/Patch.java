package io.tieout.console.deadletter;

import com.fasterxml.jackson.databind.JsonNode;

/// What is changed about a dead letter before it is sent again.
sealed interface Patch {
    Patch NONE = new None();

    /// Nothing: the bytes go as they came.
    record None() implements Patch {}

    /// A JSON merge patch (RFC 7396) of the event's payload.
    record Merge(JsonNode changes) implements Patch {}

    /// A whole new message, as text.
    record Replacement(String text) implements Patch {}
}
