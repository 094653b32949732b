package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.ingest.mapping.ColumnProfile;
import io.tieout.ingest.mapping.MappingFault;
import io.tieout.ingest.mapping.Remap;
import io.tieout.ingest.mapping.SheetDrift;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.ingest.mapping.SwappedRows;
import io.tieout.model.id.ColumnId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether what was read still means what the mapping says. What columns hold is known from a whole
/// reading; of the rows that changed, any reading shows whether their cells have changed places.
record SheetFit(
        List<MappingFault> faults, Optional<Remap> remap, Map<ColumnId, ColumnProfile> profiles) {
    /// @param readAt when the reading began
    static SheetFit of(
            SheetMapping mapping,
            ReadPlan plan,
            SheetSnapshot snapshot,
            SheetState state,
            Instant readAt) {
        SheetFit fit =
                plan instanceof ReadPlan.Whole
                        ? ofWhole(mapping, snapshot, state)
                        : new SheetFit(
                                SheetDrift.columnFaults(
                                        mapping, snapshot.columns(), state.knownColumns()),
                                Optional.empty(),
                                Map.of());
        return fit.faults().isEmpty()
                ? new SheetFit(
                        SwappedRows.in(
                                mapping,
                                snapshot.columns(),
                                SwappedRows.changed(
                                        mapping,
                                        snapshot.rows(),
                                        state.profiles(),
                                        state.profiledAt(),
                                        readAt),
                                state.profiles(),
                                !state.fits()),
                        Optional.empty(),
                        fit.profiles())
                : fit;
    }

    private static SheetFit ofWhole(
            SheetMapping mapping, SheetSnapshot snapshot, SheetState state) {
        SheetDrift drift =
                SheetDrift.of(
                        mapping,
                        snapshot.columns(),
                        snapshot.rows(),
                        state.knownColumns(),
                        state.profiles());
        return new SheetFit(drift.faults(), drift.remap(), drift.profiles());
    }
}
