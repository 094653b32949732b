package io.tieout.console.handling;

import io.tieout.console.access.Person;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.Standing;
import io.tieout.model.finding.FindingKind;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says why an act cannot be, if it cannot. Pure.
public final class ActCheck {
    public static final int COMMENT_LENGTH_MAX = 4_000;
    public static final int REASON_LENGTH_MAX = 500;

    static final String NOT_ALLOWED =
            "Only finance, approvers, operators and admins look after exceptions; you are signed in as %s.";

    private static final int DUE_YEARS_MAX = 2;

    /// What those may accept who run the system: it says nothing about money.
    private static final Set<FindingKind> OF_THE_SYSTEM =
            Set.of(
                    FindingKind.MAPPING_BROKEN,
                    FindingKind.WEBHOOK_DOWN,
                    FindingKind.CONNECTION_PROBLEM,
                    FindingKind.UNREADABLE_ATTACHMENT);

    private ActCheck() {}

    /// Why not, as `answer` and sentence.
    record Refusal(String answer, String sentence) {}

    /// What is wrong with the act itself, whatever it is about.
    ///
    /// @param ownerKnown whether the one it is assigned to may look after exceptions
    public static Optional<String> fault(Act act, boolean ownerKnown, LocalDate today) {
        return switch (act) {
            case Act.Assign(@Nullable String owner) ->
                    owner == null || ownerKnown
                            ? Optional.empty()
                            : Optional.of(
                                    "\"%s\" is nobody who may look after exceptions."
                                            .formatted(owner));
            case Act.Comment(String text) -> words("A comment", text, COMMENT_LENGTH_MAX);
            case Act.Resolve(String reason) ->
                    words("The reason why it is accepted", reason, REASON_LENGTH_MAX);
            case Act.SetDue(@Nullable LocalDate due) ->
                    due == null
                                    || (due.isAfter(today.minusYears(DUE_YEARS_MAX))
                                            && due.isBefore(today.plusYears(DUE_YEARS_MAX)))
                            ? Optional.empty()
                            : Optional.of(
                                    "%s is more than %d years away; it was probably mistyped."
                                            .formatted(due, DUE_YEARS_MAX));
            case Act.Reopen() -> Optional.empty();
        };
    }

    /// Whether this person may accept such a finding as it is.
    public static boolean mayAccept(Person person, FindingKind kind) {
        return person.mayDecide() || (person.mayRedrive() && OF_THE_SYSTEM.contains(kind));
    }

    static Optional<Refusal> refusal(
            Person person, Act act, @Nullable String seen, QueueItem item) {
        if (!person.mayHandle()) {
            return refusal("not-allowed", NOT_ALLOWED.formatted(person.rolesInWords()));
        }
        boolean settles = act instanceof Act.Resolve || act instanceof Act.Reopen;
        if (settles && !mayAccept(person, item.finding().kind())) {
            return refusal(
                    "not-allowed",
                    "Only finance or an approver accepts what is about money; you are signed in as %s."
                            .formatted(person.rolesInWords()));
        }
        if (isSo(act, item)) {
            return refusal("already", "It is so already.");
        }
        if (item.standing() == Standing.RESOLVED && !(act instanceof Act.Comment)) {
            return refusal("not-open", "It has been resolved meanwhile, there is nothing to do.");
        }
        if (act instanceof Act.Reopen && item.standing() == Standing.OPEN) {
            return refusal("already", "It is in the queue.");
        }
        if (act instanceof Act.Resolve && seen != null && !seen.equals(item.seen())) {
            return refusal(
                    "changed",
                    "It says something else by now, so it was not accepted: "
                            + item.finding().detail());
        }
        return Optional.empty();
    }

    private static boolean isSo(Act act, QueueItem item) {
        return switch (act) {
            case Act.Assign(@Nullable String owner) -> Objects.equals(owner, item.owner());
            case Act.SetDue(@Nullable LocalDate due) ->
                    due == null ? !item.dueChosen() : item.dueChosen() && due.equals(item.due());
            case Act.Resolve _ -> item.standing() == Standing.ACCEPTED;
            case Act.Comment _, Act.Reopen _ -> false;
        };
    }

    private static Optional<Refusal> refusal(String answer, String sentence) {
        return Optional.of(new Refusal(answer, sentence));
    }

    private static Optional<String> words(String what, String text, int lengthMax) {
        return text.isBlank()
                ? Optional.of(what + " is missing.")
                : text.length() > lengthMax
                        ? Optional.of(
                                "%s has %,d characters; %,d are possible."
                                        .formatted(what, text.length(), lengthMax))
                        : Optional.empty();
    }
}
