package io.tieout.audit.review;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a company's discrepancies are looked into: its Finance Review sheet and its accountants.
///
/// @param sheet absent when tasks are kept in no sheet
/// @param columns where each part of a task is written
/// @param mailboxes addresses that may be told
public record ReviewDesk(
        @Nullable SheetId sheet, Map<ColumnPart, ColumnId> columns, Set<String> mailboxes) {
    /// No sheet, and nobody to tell.
    public static final ReviewDesk NONE = new ReviewDesk(null, Map.of(), Set.of());

    public ReviewDesk {
        columns = Map.copyOf(columns);
        mailboxes = Set.copyOf(mailboxes);
    }
}
