package io.tieout.ingest.mapping;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a sheet differs from what it was when it fitted its mapping last, and what might be meant
/// now.
///
/// @param remap what Tieout proposes; absent when nothing is wrong or no column is like enough
/// @param profiles what the columns hold now, to compare the next reading with
public record SheetDrift(
        List<MappingFault> faults, Optional<Remap> remap, Map<ColumnId, ColumnProfile> profiles) {
    public SheetDrift {
        faults = List.copyOf(faults);
        profiles = Map.copyOf(profiles);
    }

    /// What the columns alone say.
    ///
    /// @param known columns as they were when the sheet fitted last
    public static List<MappingFault> columnFaults(
            SheetMapping mapping, Collection<SheetColumn> columns, Collection<SheetColumn> known) {
        return MappingCheck.check(mapping, columns, known);
    }

    /// What columns and cells of a whole reading say.
    ///
    /// @param profilesBefore what the columns held when the sheet fitted last
    public static SheetDrift of(
            SheetMapping mapping,
            Collection<SheetColumn> columns,
            Collection<SheetRow> rows,
            Collection<SheetColumn> known,
            Map<ColumnId, ColumnProfile> profilesBefore) {
        Map<ColumnId, ColumnProfile> now = ColumnProfile.of(rows);
        List<MappingFault> faults = new ArrayList<>(MappingCheck.check(mapping, columns, known));
        if (faults.isEmpty()) {
            faults.addAll(MappingCheck.swaps(mapping, columns, now, profilesBefore));
        }
        Optional<Remap> remap =
                faults.isEmpty()
                        ? Optional.empty()
                        : RemapPlan.propose(mapping, columns, known, now, profilesBefore, faults);
        return new SheetDrift(faults, remap, SwappedRows.profiles(mapping, rows, profilesBefore));
    }
}
