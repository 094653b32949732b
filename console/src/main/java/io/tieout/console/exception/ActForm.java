package io.tieout.console.exception;

import io.tieout.console.handling.Act;
import io.tieout.console.handling.Pick;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a form of the exceptions page sends.
///
/// @param act `take`, `assign`, `comment`, `due`, `resolve` or `reopen`
/// @param confirmed present when the facts were repeated, or are before the person's eyes
record ActForm(
        @FormParam("act") @Nullable String act,
        @FormParam("pick") @Nullable List<String> pick,
        @FormParam("owner") @Nullable String owner,
        @FormParam("comment") @Nullable String comment,
        @FormParam("due") @Nullable String due,
        @FormParam("reason") @Nullable String reason,
        @FormParam("confirmed") @Nullable String confirmed) {
    boolean isConfirmed() {
        return confirmed != null;
    }

    boolean isTaking() {
        return name().equals("take");
    }

    String name() {
        return text(act);
    }

    /// What the act is called on a button.
    String verb() {
        return switch (name()) {
            case "due" -> "Set due day";
            case "resolve" -> "Accept as it is";
            case "reopen" -> "Take back into the queue";
            default ->
                    name().isEmpty()
                            ? ""
                            : name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1);
        };
    }

    /// What the button says that does it to so many.
    String button(int count) {
        return switch (name()) {
            case "due" -> "Set due day of " + count;
            case "resolve" -> "Accept " + count;
            case "reopen" -> "Take back " + count;
            default -> verb() + " " + count;
        };
    }

    List<Pick> picks() {
        return (pick == null ? List.<String>of() : pick)
                .stream().flatMap(text -> Pick.of(text).stream()).distinct().toList();
    }

    /// Absent when it is none of those that are known, or the day is no day.
    Optional<Act> act(String me) {
        return switch (name()) {
            case "take" -> Optional.of(new Act.Assign(me));
            case "assign" ->
                    Optional.of(
                            new Act.Assign(
                                    text(owner).isEmpty()
                                            ? null
                                            : text(owner).toLowerCase(Locale.ROOT)));
            case "comment" -> Optional.of(new Act.Comment(text(comment)));
            case "due" -> dueSet();
            case "resolve" -> Optional.of(new Act.Resolve(text(reason)));
            case "reopen" -> Optional.of(new Act.Reopen());
            default -> Optional.empty();
        };
    }

    /// Whether nothing is left to be asked.
    boolean isComplete() {
        return name().equals("reopen");
    }

    /// The act as it might be once it is filled in, to say beforehand whom it will leave out.
    Act example() {
        return switch (name()) {
            case "resolve" -> new Act.Resolve("a reason");
            default -> new Act.Comment("a comment");
        };
    }

    /// No day means the one that the severity gives.
    private Optional<Act> dueSet() {
        try {
            return Optional.of(
                    new Act.SetDue(text(due).isEmpty() ? null : LocalDate.parse(text(due))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
