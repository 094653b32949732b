package io.tieout.reconcile.matching;

import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cells of a row that is compared which are not what their column is for. Without some of them
/// nobody can say what the row is: it is not compared then, rather than by what somebody else says.
/// Pure.
///
/// @param decisive cells without which the row is not compared
/// @param others cells without which it is
public record UnreadableCells(List<CellProblem> decisive, List<CellProblem> others) {
    /// All can be read.
    public static final UnreadableCells NONE = new UnreadableCells(List.of(), List.of());

    /// What Tieout writes itself.
    private static final Set<ColumnPart> OWN =
            EnumSet.of(
                    ColumnPart.RECONCILIATION_STATUS,
                    ColumnPart.RECONCILIATION_NOTES,
                    ColumnPart.AI_RECONCILIATION_STATUS);

    public UnreadableCells {
        decisive = List.copyOf(decisive);
        others = List.copyOf(others);
    }

    public static UnreadableCells of(RowObserved row) {
        Set<ColumnPart> needed = needed(row.role());
        if (needed.isEmpty()) {
            return NONE;
        }
        return new UnreadableCells(
                row.problems().stream().filter(cell -> needed.contains(cell.part())).toList(),
                row.problems().stream()
                        .filter(cell -> !needed.contains(cell.part()) && !OWN.contains(cell.part()))
                        .toList());
    }

    /// Whom the row is from, over what, and when. A billing row is worth what its invoice says, and
    /// its cells are the drafts' business.
    private static Set<ColumnPart> needed(SheetRole role) {
        return switch (role) {
            case COSTS, DOCUMENTS ->
                    Set.of(
                            ColumnPart.VENDOR,
                            ColumnPart.AMOUNT,
                            ColumnPart.CURRENCY,
                            ColumnPart.DATE);
            case TIMESHEETS -> Set.of(ColumnPart.PROJECT, ColumnPart.HOURS, ColumnPart.WORK_DATE);
            case BILLING, PROJECTS -> Set.of();
        };
    }

    public boolean areDecisive() {
        return !decisive.isEmpty();
    }

    public boolean isEmpty() {
        return decisive.isEmpty() && others.isEmpty();
    }

    /// The titles of their columns, such as `Date and Actual Cost`.
    public String columns() {
        List<String> titles = all().map(CellProblem::columnTitle).distinct().toList();
        int last = titles.size() - 1;
        return last < 1
                ? String.join("", titles)
                : String.join(", ", titles.subList(0, last)) + " and " + titles.get(last);
    }

    /// What stands in each and what to do about it, as the person is told who can.
    public String words() {
        return all().map(CellProblem::message).collect(Collectors.joining(" "));
    }

    private Stream<CellProblem> all() {
        return Stream.concat(decisive.stream(), others.stream());
    }
}
