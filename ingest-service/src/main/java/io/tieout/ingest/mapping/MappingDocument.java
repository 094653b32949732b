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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The mapping file as it is written, one entry per sheet.
public record MappingDocument(List<Sheet> sheets) {
    public MappingDocument {
        sheets = List.copyOf(Objects.requireNonNullElse(sheets, List.of()));
        if (sheets.stream().map(Sheet::sheetId).distinct().count() != sheets.size()) {
            throw new IllegalArgumentException("The mapping names a sheet twice");
        }
    }

    /// One sheet; `realm` and `currency` may be left to the service's own configuration.
    public record Sheet(
            SheetId sheetId,
            String name,
            SheetRole role,
            @Nullable RealmId realm,
            @Nullable List<String> triggers,
            @Nullable LocalDate cutOver,
            @Nullable CurrencyCode currency,
            Map<ColumnPart, ColumnId> columns,
            @Nullable DocumentKind documentKind,
            @Nullable List<String> milestoneStatuses) {
        public Sheet {
            Objects.requireNonNull(sheetId, "A sheet of the mapping has no sheetId");
            Objects.requireNonNull(name, "A sheet of the mapping has no name");
            Objects.requireNonNull(role, "A sheet of the mapping has no role");
            columns = Map.copyOf(Objects.requireNonNullElse(columns, Map.of()));
        }

        SheetMapping at(int version, RealmId realmByDefault) {
            return new SheetMapping(
                    version,
                    sheetId,
                    name,
                    role,
                    realm == null ? realmByDefault : realm,
                    triggers == null ? List.of() : triggers,
                    cutOver,
                    currency == null ? CurrencyCode.USD : currency,
                    columns,
                    documentKind,
                    milestoneStatuses == null ? List.of() : milestoneStatuses);
        }
    }
}
