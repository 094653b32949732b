package io.tieout.console.decision;

import java.time.Instant;

/// What became of a decision, in words for the person who took it.
public sealed interface DecisionAnswer {
    String sentence();

    /// On its way to audit.
    record Sent(String sentence) implements DecisionAnswer {}

    /// The same person had decided the same before: nothing was sent again.
    record Repeated(String sentence, Instant sentAt) implements DecisionAnswer {}

    /// What was shown is not what is there now.
    record Stale(String sentence) implements DecisionAnswer {}

    /// It does not wait for a decision any more.
    record NotWaiting(String sentence) implements DecisionAnswer {}

    /// This person may not.
    record NotAllowed(String sentence) implements DecisionAnswer {}

    /// A rejection says why.
    record Incomplete(String sentence) implements DecisionAnswer {}

    /// There is no such proposal here.
    record Unknown(String sentence) implements DecisionAnswer {}

    /// A stable name for scripts.
    default String name() {
        return switch (this) {
            case Sent _ -> "sent";
            case Repeated _ -> "repeated";
            case Stale _ -> "stale";
            case NotWaiting _ -> "not-waiting";
            case NotAllowed _ -> "not-allowed";
            case Incomplete _ -> "incomplete";
            case Unknown _ -> "unknown";
        };
    }

    /// The HTTP status that says the same.
    default int status() {
        return switch (this) {
            case Sent _ -> 202;
            case Repeated _ -> 200;
            case Stale _, NotWaiting _ -> 409;
            case NotAllowed _ -> 403;
            case Incomplete _ -> 422;
            case Unknown _ -> 404;
        };
    }

    /// Whether the person got what they wanted.
    default boolean accepted() {
        return this instanceof Sent || this instanceof Repeated;
    }
}
