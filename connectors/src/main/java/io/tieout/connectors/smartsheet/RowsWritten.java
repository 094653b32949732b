package io.tieout.connectors.smartsheet;

import io.tieout.connectors.fault.VendorFault;
import io.tieout.model.id.RowId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to an update of rows.
///
/// @param version of the sheet after the update, to recognise our own echo; absent if not given
/// @param written rows that now hold what was sent
/// @param failed with partial success allowed, the rows that do not
public record RowsWritten(@Nullable Long version, List<RowId> written, List<FailedRow> failed) {
    public RowsWritten {
        written = List.copyOf(written);
        failed = List.copyOf(failed);
    }

    /// A row that was not written.
    ///
    /// @param index its place in the request
    public record FailedRow(int index, @Nullable RowId rowId, VendorFault fault) {}
}
