package io.tieout.audit.proposal;

import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.RowId;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells which row updates only ask for an approval. Where policy asks for none, they would be
/// overtaken by the result at once, and each costs a call for nothing.
final class Announcements {
    private static final Set<ColumnPart> ASKING =
            Set.of(ColumnPart.FINANCE_APPROVAL, ColumnPart.APPROVER_APPROVAL);

    private Announcements() {}

    /// It asks for an approval that nobody has to give, and each of its rows is written again by an
    /// effect that follows it.
    static boolean isNotNeeded(Life life, Effect effect) {
        return life.required() != null
                && life.required().isEmpty()
                && effect instanceof UpdateRows update
                && asks(update)
                && rowsAfter(life, update).containsAll(rows(update));
    }

    private static boolean asks(UpdateRows update) {
        return update.rows().stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell ->
                        ASKING.contains(cell.part())
                                && cell.content() instanceof CellWrite.Cleared);
    }

    private static Set<RowId> rowsAfter(Life life, UpdateRows update) {
        return life.proposal().effects().stream()
                .filter(UpdateRows.class::isInstance)
                .map(UpdateRows.class::cast)
                .filter(later ->
                        later.sheetId().equals(update.sheetId())
                                && later.after().contains(update.effectId()))
                .flatMap(later -> rows(later).stream())
                .collect(Collectors.toSet());
    }

    private static List<RowId> rows(UpdateRows update) {
        return update.rows().stream().map(UpdateRows.RowUpdate::rowId).toList();
    }
}
