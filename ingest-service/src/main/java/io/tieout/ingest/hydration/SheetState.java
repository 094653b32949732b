package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.ingest.mapping.ColumnProfile;
import io.tieout.model.id.ColumnId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the reading of a sheet has got, and what is wished of it.
///
/// @param knownColumns as they were when the sheet fitted its mapping last
/// @param profiles what the columns held then
/// @param profiledAt when that was; absent before the first reading
/// @param sweptVersion everything up to this version of the sheet has been seen
record SheetState(
        Instant connectedAt,
        long wholeWanted,
        long wholeDone,
        long sweepWanted,
        long sweepDone,
        boolean fits,
        List<SheetColumn> knownColumns,
        Map<ColumnId, ColumnProfile> profiles,
        @Nullable Instant profiledAt,
        @Nullable Instant wholeReadAt,
        @Nullable Instant sweptAt,
        long sweptVersion) {
    SheetState {
        knownColumns = List.copyOf(knownColumns);
        profiles = Map.copyOf(profiles);
    }

    /// Whether the sheet's lane has something to read, or tries to.
    boolean isReadingWanted() {
        return wholeWanted > wholeDone || isSweepWanted();
    }

    boolean isSweepWanted() {
        return sweepWanted > sweepDone;
    }
}
