package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.ingest.mapping.ColumnProfile;
import io.tieout.ingest.mapping.MappingFault;
import io.tieout.ingest.mapping.Remap;
import io.tieout.ingest.mapping.SheetDrift;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.model.id.ColumnId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether what was read still means what the mapping says. What columns hold is known from a whole
/// reading only.
record SheetFit(
        List<MappingFault> faults, Optional<Remap> remap, Map<ColumnId, ColumnProfile> profiles) {
    static SheetFit of(
            SheetMapping mapping, ReadPlan plan, SheetSnapshot snapshot, SheetState state) {
        if (!(plan instanceof ReadPlan.Whole)) {
            return new SheetFit(
                    SheetDrift.columnFaults(mapping, snapshot.columns(), state.knownColumns()),
                    Optional.empty(),
                    Map.of());
        }
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
