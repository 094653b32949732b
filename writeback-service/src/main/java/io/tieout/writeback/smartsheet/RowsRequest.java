package io.tieout.writeback.smartsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows.RowUpdate;
import io.tieout.model.id.RowId;
import io.tieout.writeback.intent.Call;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.IntentKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts rows of many effects into one request. Each item is one effect's row, never two effects'
/// cells: what else wants the same row goes into a later request, in order. Pure.
final class RowsRequest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RowsRequest() {}

    /// The next request.
    ///
    /// @param pending oldest effect first, not empty
    static Call of(List<PendingRow> pending, int rowsMax) {
        ArrayNode body = JSON.arrayNode();
        List<IntentItem> items = new ArrayList<>();
        for (PendingRow next : chosen(pending, rowsMax)) {
            body.add(row(next.row()));
            items.add(new IntentItem(items.size(), next.effect().number(), next.part(), null));
        }
        String text = new String(VendorJson.write(body), StandardCharsets.UTF_8);
        String hash = CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8));
        return new Call(IntentKind.ROWS, text, "rows-" + hash.substring(0, 31), null, items);
    }

    private static List<PendingRow> chosen(List<PendingRow> pending, int rowsMax) {
        PendingRow first = pending.getFirst();
        List<PendingRow> chosen = new ArrayList<>();
        Set<RowId> rows = new HashSet<>();
        for (PendingRow next : pending) {
            boolean travelsAlong =
                    first.effect().apart()
                            ? next.effect().number() == first.effect().number()
                            : !next.effect().apart();
            if (chosen.size() < rowsMax && travelsAlong && rows.add(next.row().rowId())) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    private static ObjectNode row(RowUpdate update) {
        ObjectNode row = JSON.objectNode();
        row.put("id", Long.parseLong(update.rowId().value()));
        addCells(row.putArray("cells"), update.cells());
        return row;
    }

    static void addCells(ArrayNode cells, List<CellWrite> writes) {
        for (CellWrite write : writes) {
            ObjectNode cell = cells.addObject();
            cell.put("columnId", Long.parseLong(write.columnId().value()));
            setValue(cell, write.content());
        }
    }

    private static void setValue(ObjectNode cell, CellWrite.Content content) {
        switch (content) {
            case CellWrite.Text(String text) -> cell.put("value", text);
            case CellWrite.Figure(BigDecimal figure) -> cell.put("value", figure);
            case CellWrite.Day(var day) -> cell.put("value", day.toString());
            case CellWrite.Cleared _ -> cell.put("value", "");
            case CellWrite.ResultOf(var effect, var field) ->
                    throw new IllegalStateException("Unresolved: " + field + " of " + effect);
        }
    }
}
