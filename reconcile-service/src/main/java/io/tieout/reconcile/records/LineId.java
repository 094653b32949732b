package io.tieout.reconcile.records;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a line's id is made of: `sheet:row`, or `Bill:145#2`.
///
/// @param line its place in the document, or 0 for the whole
record LineId(
        @Nullable RowRef row, @Nullable EntityType type, @Nullable EntityId document, int line) {
    private static final LineId NEITHER = new LineId(null, null, null, 0);

    static LineId of(String id) {
        int colon = id.indexOf(':');
        int mark = id.indexOf('#');
        String end = id.substring(colon + 1, mark < 0 ? id.length() : mark);
        if (colon < 1 || end.isEmpty()) {
            return NEITHER;
        }
        String start = id.substring(0, colon);
        if (Character.isDigit(start.charAt(0))) {
            return new LineId(new RowRef(new SheetId(start), new RowId(end)), null, null, 0);
        }
        return Arrays.stream(EntityType.values())
                .filter(type -> type.wireName().equals(start))
                .findFirst()
                .map(type -> new LineId(null, type, new EntityId(end), place(id, mark)))
                .orElse(NEITHER);
    }

    private static int place(String id, int mark) {
        String place = mark < 0 ? "" : id.substring(mark + 1);
        return place.matches("[0-9]{1,6}") ? Integer.parseInt(place) : 0;
    }
}
