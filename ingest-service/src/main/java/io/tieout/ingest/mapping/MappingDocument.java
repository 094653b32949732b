package io.tieout.ingest.mapping;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WorkspaceId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.SheetRole;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The mapping file as it is written: one entry per sheet, and one per workspace whose sheets all
/// have the same columns.
public record MappingDocument(List<Sheet> sheets, List<Workspace> workspaces) {
    public MappingDocument {
        sheets = List.copyOf(Objects.requireNonNullElse(sheets, List.of()));
        workspaces = List.copyOf(Objects.requireNonNullElse(workspaces, List.of()));
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

        /// The same sheet with other columns for some parts.
        Sheet with(Map<ColumnPart, ColumnId> changed) {
            Map<ColumnPart, ColumnId> all = new EnumMap<>(ColumnPart.class);
            all.putAll(columns);
            all.putAll(changed);
            return new Sheet(
                    sheetId,
                    name,
                    role,
                    realm,
                    triggers,
                    cutOver,
                    currency,
                    all,
                    documentKind,
                    milestoneStatuses);
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

    /// A workspace: each sheet in it is mapped by the titles of its columns when it is found, and
    /// by their ids from then on.
    public record Workspace(
            WorkspaceId workspaceId,
            SheetRole role,
            @Nullable RealmId realm,
            @Nullable List<String> triggers,
            @Nullable LocalDate cutOver,
            @Nullable CurrencyCode currency,
            Map<ColumnPart, String> titles,
            @Nullable DocumentKind documentKind,
            @Nullable List<String> milestoneStatuses) {
        public Workspace {
            Objects.requireNonNull(workspaceId, "A workspace of the mapping has no workspaceId");
            Objects.requireNonNull(role, "A workspace of the mapping has no role");
            titles = Map.copyOf(Objects.requireNonNullElse(titles, Map.of()));
        }

        /// The entry of a sheet with these columns. Case and blanks around a title do not matter; a
        /// title that is there twice means neither.
        Sheet entry(SheetId sheet, String name, Collection<SheetColumn> columns) {
            Map<ColumnPart, ColumnId> found = new EnumMap<>(ColumnPart.class);
            titles.forEach((part, title) -> {
                List<SheetColumn> named =
                        columns.stream()
                                .filter(column ->
                                        column.title().strip().equalsIgnoreCase(title.strip()))
                                .toList();
                if (named.size() == 1) {
                    found.put(part, named.getFirst().id());
                }
            });
            return new Sheet(
                    sheet,
                    name,
                    role,
                    realm,
                    triggers,
                    cutOver,
                    currency,
                    found,
                    documentKind,
                    milestoneStatuses);
        }
    }
}
