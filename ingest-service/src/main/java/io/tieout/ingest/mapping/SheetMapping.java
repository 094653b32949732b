package io.tieout.ingest.mapping;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DocumentKind;
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
/// @param currency of the sheet's amounts, where a row does not say its own
/// @param documentKind what rows of a documents sheet become that do not say so themselves
/// @param milestoneStatuses statuses in which a milestone date that passes makes a row ready
public record SheetMapping(
        int version,
        SheetId sheetId,
        String name,
        SheetRole role,
        RealmId realm,
        List<String> triggers,
        @Nullable LocalDate cutOver,
        CurrencyCode currency,
        Map<ColumnPart, ColumnId> columns,
        @Nullable DocumentKind documentKind,
        List<String> milestoneStatuses) {
    public SheetMapping {
        triggers = List.copyOf(triggers);
        columns = Map.copyOf(columns);
        milestoneStatuses = List.copyOf(milestoneStatuses);
    }

    /// A sheet whose rows name what they become, and wait for no date.
    public SheetMapping(
            int version,
            SheetId sheetId,
            String name,
            SheetRole role,
            RealmId realm,
            List<String> triggers,
            @Nullable LocalDate cutOver,
            CurrencyCode currency,
            Map<ColumnPart, ColumnId> columns) {
        this(
                version, sheetId, name, role, realm, triggers, cutOver, currency, columns, null,
                List.of());
    }

    /// Whether a passed milestone makes a row of this status ready.
    boolean awaitsMilestone(@Nullable String status) {
        return status != null
                && milestoneStatuses.stream()
                        .anyMatch(waiting -> waiting.strip().equalsIgnoreCase(status));
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
