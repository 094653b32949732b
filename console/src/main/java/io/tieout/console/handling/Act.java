package io.tieout.console.handling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person wants to do about exceptions.
public sealed interface Act {
    /// @param owner e-mail address; absent for nobody
    record Assign(@Nullable String owner) implements Act {}

    /// Something to remember.
    record Comment(String text) implements Act {}

    /// @param due absent for the day that its severity gives it
    record SetDue(@Nullable LocalDate due) implements Act {}

    /// Accept it as it is.
    record Resolve(String reason) implements Act {}

    /// Take back an acceptance.
    record Reopen() implements Act {}
}
