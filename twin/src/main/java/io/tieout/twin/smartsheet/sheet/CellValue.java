package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import org.jspecify.annotations.Nullable;

/// What a cell shows at one moment; all absent means empty.
public record CellValue(
        @Nullable JsonNode value,
        @Nullable String displayValue,
        @Nullable String formula,
        @Nullable JsonNode objectValue,
        @Nullable JsonNode hyperlink) {

    public static final CellValue EMPTY = new CellValue(null, null, null, null, null);

    static CellValue of(JsonNode value, @Nullable String display) {
        return new CellValue(value, display, null, null, null);
    }

    public boolean empty() {
        return value == null && formula == null;
    }

    ObjectNode render(long columnId, Column.Type type, Depth depth) {
        var cell = Json.object().put("columnId", columnId);
        if (depth.columnType()) {
            cell.put("columnType", depth.shown(type).name());
        }
        if (value != null && !(type.multiple() && depth.objectValue())) {
            cell.set("value", value);
        }
        if (objectValue != null && depth.objectValue()) {
            cell.set("objectValue", objectValue);
        }
        if (displayValue != null) {
            cell.put("displayValue", displayValue);
        }
        if (formula != null) {
            cell.put("formula", formula);
        }
        if (hyperlink != null) {
            cell.set("hyperlink", hyperlink);
        }
        return cell;
    }
}
