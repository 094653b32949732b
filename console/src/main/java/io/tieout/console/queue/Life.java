package io.tieout.console.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Tells the life of an exception: what the finding said over time, and what people did. Pure.
final class Life {
    private Life() {}

    /// @param changes in the order of their revisions
    /// @param acts in the order of their time
    /// @param names what somebody of that address is called
    static List<Moment> of(
            List<FindingChange> changes, List<StoredAct> acts, UnaryOperator<String> names) {
        List<Moment> moments = new ArrayList<>(ofFinding(changes));
        acts.forEach(act ->
                moments.add(
                        new Moment(
                                act.at(),
                                act.person(),
                                what(act, names),
                                act.words() == null ? "" : act.words())));
        moments.sort(Comparator.comparing(Moment::at));
        return List.copyOf(moments);
    }

    private static List<Moment> ofFinding(List<FindingChange> changes) {
        List<Moment> moments = new ArrayList<>();
        FindingChange before = null;
        String raisedBy = "";
        for (FindingChange now : changes) {
            raisedBy = now.raisedBy().isEmpty() ? raisedBy : now.raisedBy();
            String what = what(before, now);
            if (!what.isEmpty()) {
                moments.add(new Moment(now.at(), raisedBy, what, now.words()));
            }
            before = now;
        }
        return moments;
    }

    /// Empty when it says nothing new.
    private static String what(@Nullable FindingChange before, FindingChange now) {
        if (!now.open()) {
            return before != null && !before.open() ? "" : "resolved";
        }
        if (before == null) {
            return "opened";
        }
        if (!before.open()) {
            return "opened again";
        }
        List<String> differences = new ArrayList<>();
        if (!before.figure().equals(now.figure())) {
            differences.add("%s is now %s".formatted(figure(before), figure(now)));
        }
        if (!before.severity().equals(now.severity())) {
            differences.add(
                    "%s is now %s"
                            .formatted(
                                    before.severity().toLowerCase(Locale.ROOT),
                                    now.severity().toLowerCase(Locale.ROOT)));
        }
        if (differences.isEmpty() && Objects.equals(before.words(), now.words())) {
            return "";
        }
        return differences.isEmpty() ? "changed" : "changed: " + String.join(", ", differences);
    }

    private static String figure(FindingChange change) {
        return change.figure().isEmpty() ? "no amount" : change.figure();
    }

    private static String what(StoredAct act, UnaryOperator<String> names) {
        LocalDate due = act.due();
        return switch (act.kind()) {
            case ASSIGNED ->
                    act.owner() == null
                            ? "gave it back"
                            : act.owner().equals(act.person())
                                    ? "took it"
                                    : "assigned it to " + names.apply(act.owner());
            case COMMENTED -> "commented";
            case DUE_SET ->
                    due == null ? "let its severity say when it is due" : "set it due on " + due;
            case RESOLVED -> "accepted it as it is";
            case REOPENED -> "took it back into the queue";
        };
    }
}
