package io.tieout.reconcile.telling;

import io.tieout.model.id.RowRef;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.engine.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be told of the discrepancies that stand now, given what was told before. Nothing is
/// told twice for the same category, nor before it has stood for a while. Pure.
final class Telling {
    private final ReviewDesk desk;
    private final Duration patience;
    private final Instant now;

    Telling(ReviewDesk desk, Duration patience, Instant now) {
        this.desk = desk;
        this.patience = patience;
        this.now = now;
    }

    /// A comment on a row.
    record Comment(RowRef row, Discrepancy about) {}

    /// A task that is to be added, or to show what stands now.
    record TaskChange(Task task, Discrepancy about) {}

    /// @param silenced rows of which nothing is said any longer
    /// @param added tasks to be added to the sheet
    /// @param changed tasks to be written anew
    /// @param resolved tasks whose discrepancy is gone
    /// @param mailed what the accountants are to be told
    /// @param known what was known of the tasks before
    /// @param lookAgainAt when something that is too new will have stood for long enough
    record Plan(
            List<Comment> comments,
            List<RowRef> silenced,
            List<TaskChange> added,
            List<TaskChange> changed,
            List<Task> resolved,
            List<Discrepancy> mailed,
            Map<String, Task> known,
            Optional<Instant> lookAgainAt) {
        /// What was known of the line's task.
        Task taskOf(String line) {
            return known.getOrDefault(line, Task.none(line));
        }

        boolean isEmpty() {
            return comments.isEmpty()
                    && silenced.isEmpty()
                    && added.isEmpty()
                    && changed.isEmpty()
                    && resolved.isEmpty()
                    && mailed.isEmpty();
        }
    }

    /// @param commented the category that was last told of each row
    /// @param tasks what is known of each task, by its line
    Plan plan(List<Discrepancy> all, Map<RowRef, Category> commented, Map<String, Task> tasks) {
        List<Comment> comments = new ArrayList<>();
        List<TaskChange> added = new ArrayList<>();
        List<TaskChange> changed = new ArrayList<>();
        List<Discrepancy> mailed = new ArrayList<>();
        Map<RowRef, Category> silenced = new HashMap<>(commented);
        Set<String> standing = new HashSet<>();
        Instant next = Instant.MAX;
        for (Discrepancy one : all) {
            standing.add(one.lineId());
            one.rows().forEach(silenced::remove);
            Instant ripe = one.since().plus(patience);
            List<RowRef> untold =
                    one.rows().stream()
                            .filter(row -> commented.get(row) != one.category())
                            .toList();
            Task task = tasks.getOrDefault(one.lineId(), Task.none(one.lineId()));
            boolean above = desk.isAbove(one.item().stake()) && desk.covers(one.first().day());
            boolean toAdd = above && desk.sheet() != null && task.mayBeAdded();
            boolean toMail = above && tells(one) && task.mailed() != one.category();
            if (now.isBefore(ripe)) {
                if (!untold.isEmpty() || toAdd || toMail) {
                    next = ripe.isBefore(next) ? ripe : next;
                }
                continue;
            }
            untold.forEach(row -> comments.add(new Comment(row, one)));
            if (toAdd) {
                added.add(new TaskChange(task, one));
            } else if (task.isInSheet() && (task.open() || above) && desk.sheet() != null) {
                changed.add(new TaskChange(task, one));
            }
            if (toMail) {
                mailed.add(one);
            }
        }
        return new Plan(
                comments,
                List.copyOf(silenced.keySet()),
                added,
                changed,
                tasks.values().stream()
                        .filter(task -> task.open() && !standing.contains(task.lineId()))
                        .filter(task -> !task.isBeingAdded())
                        .toList(),
                mailed,
                tasks,
                next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next));
    }

    private boolean tells(Discrepancy one) {
        return !desk.accountantsOf(one.project()).isEmpty();
    }
}
