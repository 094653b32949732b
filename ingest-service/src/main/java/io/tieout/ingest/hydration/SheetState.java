package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.SheetColumn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the reading of a sheet has got, and what is wished of it.
///
/// @param knownColumns as they were when the sheet fitted its mapping last
/// @param sweptVersion everything up to this version of the sheet has been seen
record SheetState(
        Instant connectedAt,
        long wholeWanted,
        long wholeDone,
        long sweepWanted,
        long sweepDone,
        boolean fits,
        List<SheetColumn> knownColumns,
        @Nullable Instant wholeReadAt,
        @Nullable Instant sweptAt,
        long sweptVersion) {
    SheetState {
        knownColumns = List.copyOf(knownColumns);
    }
}
