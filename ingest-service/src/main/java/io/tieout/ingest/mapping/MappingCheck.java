package io.tieout.ingest.mapping;

import static io.tieout.model.smartsheet.ColumnPart.AMOUNT;
import static io.tieout.model.smartsheet.ColumnPart.APPROVER_APPROVAL;
import static io.tieout.model.smartsheet.ColumnPart.CUSTOMER;
import static io.tieout.model.smartsheet.ColumnPart.DATE;
import static io.tieout.model.smartsheet.ColumnPart.DRAFT_REFERENCE;
import static io.tieout.model.smartsheet.ColumnPart.FINANCE_APPROVAL;
import static io.tieout.model.smartsheet.ColumnPart.HOURS;
import static io.tieout.model.smartsheet.ColumnPart.INVOICE_STATUS;
import static io.tieout.model.smartsheet.ColumnPart.NOTES;
import static io.tieout.model.smartsheet.ColumnPart.PROJECT;
import static io.tieout.model.smartsheet.ColumnPart.RECONCILIATION_STATUS;
import static io.tieout.model.smartsheet.ColumnPart.STATUS;
import static io.tieout.model.smartsheet.ColumnPart.VENDOR;
import static io.tieout.model.smartsheet.ColumnPart.WORK_DATE;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.SheetRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares a sheet's columns with its mapping; an empty answer means that it fits.
public final class MappingCheck {
    private MappingCheck() {}

    /// @param known columns as they were at the last look that fitted: a missing one is called by
    ///   the title that it had
    public static List<MappingFault> check(
            SheetMapping mapping, Collection<SheetColumn> columns, Collection<SheetColumn> known) {
        Map<ColumnId, SheetColumn> present = byId(columns);
        Map<ColumnId, SheetColumn> before = byId(known);
        List<MappingFault> faults = new ArrayList<>();
        for (ColumnPart part : required(mapping.role())) {
            if (!mapping.columns().containsKey(part)) {
                faults.add(new MappingFault.PartUnmapped(part));
            }
        }
        new TreeMap<>(mapping.columns())
                .forEach((part, id) -> {
                    SheetColumn column = present.get(id);
                    CellKind kind = CellKind.of(part);
                    if (column == null) {
                        faults.add(new MappingFault.ColumnMissing(part, title(id, before.get(id))));
                    } else if (!kind.fits(column.type())) {
                        faults.add(
                                new MappingFault.WrongType(
                                        part, title(id, column), column.type(), kind.inWords()));
                    }
                });
        faults.addAll(usedTwice(mapping, present));
        return List.copyOf(faults);
    }

    private static List<MappingFault> usedTwice(
            SheetMapping mapping, Map<ColumnId, SheetColumn> present) {
        Map<ColumnId, List<ColumnPart>> parts =
                new TreeMap<>(mapping.columns())
                        .entrySet().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Map.Entry::getValue,
                                                LinkedHashMap::new,
                                                Collectors.mapping(
                                                        Map.Entry::getKey, Collectors.toList())));
        return parts.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .<MappingFault>map(entry ->
                        new MappingFault.UsedTwice(
                                title(entry.getKey(), present.get(entry.getKey())),
                                entry.getValue()))
                .toList();
    }

    private static List<ColumnPart> required(SheetRole role) {
        return switch (role) {
            case BILLING ->
                    List.of(
                            STATUS,
                            CUSTOMER,
                            WORK_DATE,
                            DRAFT_REFERENCE,
                            FINANCE_APPROVAL,
                            APPROVER_APPROVAL,
                            INVOICE_STATUS,
                            NOTES);
            case COSTS -> List.of(VENDOR, DATE, AMOUNT, RECONCILIATION_STATUS);
            case PROJECTS -> List.of(PROJECT, CUSTOMER);
            case DOCUMENTS ->
                    List.of(
                            STATUS,
                            DATE,
                            DRAFT_REFERENCE,
                            FINANCE_APPROVAL,
                            APPROVER_APPROVAL,
                            INVOICE_STATUS,
                            NOTES);
            case TIMESHEETS -> List.of(PROJECT, WORK_DATE, HOURS);
        };
    }

    private static String title(ColumnId id, @Nullable SheetColumn column) {
        return column == null ? id.value() : "\"" + column.title() + "\"";
    }

    private static Map<ColumnId, SheetColumn> byId(Collection<SheetColumn> columns) {
        return columns.stream()
                .collect(Collectors.toMap(SheetColumn::id, column -> column, (first, _) -> first));
    }
}
