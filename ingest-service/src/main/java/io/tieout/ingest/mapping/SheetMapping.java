package io.tieout.ingest.mapping;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.SheetRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one sheet is used for, and which of its columns plays which part.
///
/// @param version of the configuration that this came from; rises with each change
/// @param triggers status values that mark a row ready
/// @param cutOver rows last changed before this day raise no work; absent: before the sheet was
///   connected
/// @param currency of the sheet's amounts
public record SheetMapping(
        int version,
        SheetId sheetId,
        String name,
        SheetRole role,
        RealmId realm,
        List<String> triggers,
        @Nullable LocalDate cutOver,
        CurrencyCode currency,
        Map<ColumnPart, ColumnId> columns) {
    public SheetMapping {
        triggers = List.copyOf(triggers);
        columns = Map.copyOf(columns);
    }

    /// Whether every part that this kind of sheet cannot do without has a column.
    public boolean isComplete() {
        return columns.keySet().containsAll(MappingCheck.required(role));
    }

    /// Whether a row with this status is ready; case and surrounding blanks do not matter.
    boolean isTrigger(String status) {
        return triggers.stream().anyMatch(trigger -> trigger.strip().equalsIgnoreCase(status));
    }
}
