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
    static final int FILLED_MIN = 5;
    private static final double UNLIKE = 0.6;
    private static final double ALIKE = 0.85;

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
                    } else if (before.containsKey(id)) {
                        faults.addAll(changes(part, before.get(id), column));
                    }
                });
        faults.addAll(usedTwice(mapping, present));
        return crossed(faults);
    }

    /// Two columns of which each is called what the other was have changed titles.
    private static List<MappingFault> crossed(List<MappingFault> faults) {
        List<MappingFault> all = new ArrayList<>(faults);
        for (MappingFault fault : faults) {
            for (MappingFault second : faults) {
                if (fault instanceof MappingFault.Renamed one
                        && second instanceof MappingFault.Renamed other
                        && one.part().compareTo(other.part()) < 0
                        && one.now().equalsIgnoreCase(other.before())
                        && other.now().equalsIgnoreCase(one.before())) {
                    all.remove(one);
                    all.remove(other);
                    all.add(
                            new MappingFault.Swapped(
                                    one.part(), one.before(), other.part(), other.before(), false));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<MappingFault> changes(
            ColumnPart part, SheetColumn before, SheetColumn now) {
        List<MappingFault> changes = new ArrayList<>();
        if (!before.title().strip().equalsIgnoreCase(now.title().strip())) {
            changes.add(
                    new MappingFault.Renamed(
                            part, title(before.id(), before), title(now.id(), now)));
        }
        if (!before.type().equals(now.type())) {
            changes.add(
                    new MappingFault.Retyped(
                            part, title(now.id(), now), before.type(), now.type()));
        }
        return changes;
    }

    /// Mapped columns whose contents have changed places since the sheet fitted last, though ids
    /// and titles say nothing. Columns with few cells tell nothing.
    static List<MappingFault> swaps(
            SheetMapping mapping,
            Collection<SheetColumn> columns,
            Map<ColumnId, ColumnProfile> now,
            Map<ColumnId, ColumnProfile> before) {
        Map<ColumnId, SheetColumn> present = byId(columns);
        List<MappingFault> faults = new ArrayList<>();
        List<Map.Entry<ColumnPart, ColumnId>> parts =
                List.copyOf(new TreeMap<>(mapping.columns()).entrySet());
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                ColumnId one = parts.get(i).getValue();
                ColumnId other = parts.get(j).getValue();
                if (tookPlace(one, other, now, before) && tookPlace(other, one, now, before)) {
                    faults.add(
                            new MappingFault.Swapped(
                                    parts.get(i).getKey(),
                                    title(one, present.get(one)),
                                    parts.get(j).getKey(),
                                    title(other, present.get(other)),
                                    true));
                }
            }
        }
        return faults;
    }

    /// Whether `here` is no longer like itself, and clearly like what `there` was.
    private static boolean tookPlace(
            ColumnId here,
            ColumnId there,
            Map<ColumnId, ColumnProfile> now,
            Map<ColumnId, ColumnProfile> before) {
        ColumnProfile is = now.get(here);
        ColumnProfile was = before.get(here);
        ColumnProfile other = before.get(there);
        return is != null
                && was != null
                && other != null
                && Math.min(is.filled(), Math.min(was.filled(), other.filled())) >= FILLED_MIN
                && is.likeness(was) < UNLIKE
                && is.likeness(other) > ALIKE;
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

    static List<ColumnPart> required(SheetRole role) {
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

    static String title(ColumnId id, Collection<SheetColumn> columns) {
        return title(id, byId(columns).get(id));
    }

    private static String title(ColumnId id, @Nullable SheetColumn column) {
        return column == null ? id.value() : "\"" + column.title() + "\"";
    }

    static Map<ColumnId, SheetColumn> byId(Collection<SheetColumn> columns) {
        return columns.stream()
                .collect(Collectors.toMap(SheetColumn::id, column -> column, (first, _) -> first));
    }
}
