package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.SheetRequest;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.model.id.SheetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What to ask Smartsheet for next.
///
/// `more` says that further rows or a sweep wait behind. The marks say up to which wish the reading
/// counts as done.
sealed interface ReadPlan {
    /// Nothing is wished.
    record Nothing() implements ReadPlan {}

    /// Every row: the first time, after columns changed, or to find deletions.
    ///
    /// @param news whether people have just changed something
    record Whole(long wholeMark, long sweepMark, List<DueRow> rows, boolean more, boolean news)
            implements ReadPlan {
        public Whole {
            rows = List.copyOf(rows);
        }
    }

    /// Rows that callbacks named and that did not show as changed: perhaps they are gone.
    record Named(List<DueRow> rows, boolean more) implements ReadPlan {
        public Named {
            rows = List.copyOf(rows);
        }
    }

    /// What changed since the last time: one call however many rows callbacks named, and it finds
    /// what no callback told of as well.
    record Since(Instant since, long sweepMark, List<DueRow> rows, boolean more)
            implements ReadPlan {
        public Since {
            rows = List.copyOf(rows);
        }
    }

    /// A sheet that does not fit its mapping is always read whole: what was missed meanwhile must
    /// be found when it fits again. So is one that a single call shows whole, when no callback says
    /// what changed: comments and attachments do not make a row a changed one.
    ///
    /// @param oneCall whether one call is enough for all rows of the sheet
    static ReadPlan of(
            SheetState state, List<DueRow> due, int dueMax, Duration overlap, boolean oneCall) {
        boolean moreDue = due.size() >= dueMax;
        boolean wholeWished = state.wholeWanted() > state.wholeDone();
        boolean sweepWished = state.isSweepWanted();
        Instant sweptAt = state.sweptAt();
        if (wholeWished
                || (sweepWished && (sweptAt == null || oneCall))
                || (!state.fits() && (sweepWished || !due.isEmpty()))) {
            boolean news = sweptAt != null && (sweepWished || !due.isEmpty());
            return new Whole(state.wholeWanted(), state.sweepWanted(), due, moreDue, news);
        }
        List<DueRow> byName = due.stream().filter(DueRow::byName).toList();
        if (!byName.isEmpty() || (sweptAt == null && !due.isEmpty())) {
            List<DueRow> asked = byName.isEmpty() ? due : byName;
            return new Named(asked, moreDue || sweepWished || asked.size() < due.size());
        }
        return sweptAt != null && (sweepWished || !due.isEmpty())
                ? new Since(sweptAt.minus(overlap), state.sweepWanted(), due, moreDue)
                : new Nothing();
    }

    /// The rows that the plan answers for.
    default List<DueRow> dueRows() {
        return switch (this) {
            case Whole(_, _, List<DueRow> rows, _, _) -> rows;
            case Named(List<DueRow> rows, _) -> rows;
            case Since(_, _, List<DueRow> rows, _) -> rows;
            case Nothing _ -> List.of();
        };
    }

    /// Whether nobody waits for it: a first load, a sheet read whole once more. What people have
    /// just changed is read for them.
    default boolean isBackground() {
        return this instanceof Whole whole && !whole.news();
    }

    /// Whether there was more to do than fits this plan; what is wished later wakes the lane
    /// itself.
    default boolean hasMore() {
        return switch (this) {
            case Whole whole -> whole.more();
            case Named named -> named.more();
            case Since since -> since.more();
            case Nothing _ -> false;
        };
    }

    /// The request, one call where the sheet's size allows it. A whole reading takes all columns,
    /// because it is also the one that looks at them.
    static SheetRequest request(ReadPlan plan, SheetMapping mapping) {
        SheetId sheet = mapping.sheetId();
        return switch (plan) {
            case Whole _, Nothing _ -> SheetRequest.whole(sheet);
            case Named(List<DueRow> rows, _) ->
                    SheetRequest.rows(sheet, rows.stream().map(DueRow::row).toList())
                            .columns(mapping.columns().values());
            case Since(Instant since, _, _, _) ->
                    SheetRequest.changedSince(sheet, since).columns(mapping.columns().values());
        };
    }
}
