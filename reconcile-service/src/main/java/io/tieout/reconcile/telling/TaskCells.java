package io.tieout.reconcile.telling;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.reconcile.desk.ReviewDesk.TaskSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the row of a task shows. Pure.
final class TaskCells {
    static final String OPEN = "Open";
    static final String RESOLVED = "Resolved";

    private static final int TEXT_LENGTH_MAX = 3_900;
    private static final int ID_LENGTH = 16;

    private TaskCells() {}

    /// The name by which the line's task is found again, the same after any loss of memory.
    static String externalId(RealmId realm, String lineId) {
        String name = "task:" + realm + ":" + lineId;
        return "tieout-"
                + CanonicalJson.sha256(name.getBytes(StandardCharsets.UTF_8))
                        .substring(0, ID_LENGTH);
    }

    static List<CellWrite> open(TaskSheet sheet, Discrepancy it, String report) {
        Map<ColumnPart, CellWrite.Content> cells = new EnumMap<>(ColumnPart.class);
        cells.put(ColumnPart.DESCRIPTION, text(Said.title(it)));
        cells.put(ColumnPart.STATUS, text(OPEN));
        cells.put(ColumnPart.CATEGORY, text(it.category().words()));
        cells.put(ColumnPart.PROJECT, text(it.project()));
        cells.put(ColumnPart.VENDOR, text(it.first().party()));
        cells.put(ColumnPart.AMOUNT, new CellWrite.Figure(it.item().stake().value()));
        cells.put(ColumnPart.DATE, new CellWrite.Day(it.first().day()));
        cells.put(ColumnPart.NOTES, text(Said.detail(it)));
        cells.put(ColumnPart.REPORT, text(report));
        return writes(sheet, cells);
    }

    static List<CellWrite> resolved(TaskSheet sheet) {
        return writes(sheet, Map.of(ColumnPart.STATUS, text(RESOLVED)));
    }

    private static List<CellWrite> writes(
            TaskSheet sheet, Map<ColumnPart, CellWrite.Content> cells) {
        List<CellWrite> writes = new ArrayList<>();
        cells.forEach((part, content) -> {
            ColumnId column = sheet.columns().get(part);
            if (column != null) {
                writes.add(new CellWrite(part, column, content));
            }
        });
        return writes;
    }

    private static CellWrite.Content text(String text) {
        if (text.isEmpty()) {
            return new CellWrite.Cleared();
        }
        return new CellWrite.Text(
                text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…");
    }
}
