package io.tieout.audit.review;

import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.ProposalKind;
import java.util.List;
import java.util.Set;

/// Tasks in the Finance Review sheet: there alone may rows be added, and in its columns alone may
/// they be written.
final class TaskRules {
    private static final int TEXT_LENGTH_MAX = 4_000;

    private TaskRules() {}

    static boolean areTasks(ProposalCase it, UpdateRows update) {
        return it.proposal().kind() == ProposalKind.NOTICE
                && update.sheetId().equals(it.facts().reviewDesk().sheet());
    }

    static void added(ProposalCase it, AddRows adding, List<String> objections) {
        if (!adding.sheetId().equals(it.facts().reviewDesk().sheet())) {
            objections.add(
                    "It adds rows to sheet %s, which is not where finance reviews."
                            .formatted(adding.sheetId()));
            return;
        }
        Set<SheetId> pilot = it.facts().pilot().sheets();
        if (!pilot.isEmpty() && !pilot.contains(adding.sheetId())) {
            objections.add("Sheet %s is not part of the pilot.".formatted(adding.sheetId()));
        }
        if (!it.facts().reviewDesk().columns().containsValue(adding.externalIdColumn())) {
            objections.add(
                    "Column %s is none of the sheet's.".formatted(adding.externalIdColumn()));
        }
        adding.rows().forEach(row -> cells(it, row.cells(), objections));
    }

    static void cells(ProposalCase it, List<CellWrite> cells, List<String> objections) {
        for (CellWrite cell : cells) {
            ColumnId column = it.facts().reviewDesk().columns().get(cell.part());
            if (!cell.columnId().equals(column)) {
                objections.add(
                        "Column %s is not the sheet's %s.".formatted(cell.columnId(), cell.part()));
            }
            if (cell.content() instanceof CellWrite.ResultOf) {
                objections.add("A task takes the result of nothing.");
            }
            if (cell.content() instanceof CellWrite.Text(String text)
                    && text.length() > TEXT_LENGTH_MAX) {
                objections.add("A text is longer than a cell holds.");
            }
        }
    }
}
