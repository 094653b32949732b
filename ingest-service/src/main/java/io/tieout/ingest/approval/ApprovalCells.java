package io.tieout.ingest.approval;

import io.tieout.model.id.RowRef;
import org.jspecify.annotations.Nullable;

/// What one row of a draft says about it.
///
/// @param draftReference reference and revision, as Tieout wrote them
/// @param sheetVersion when the row was read
record ApprovalCells(
        RowRef row,
        @Nullable String draftReference,
        @Nullable String finance,
        @Nullable String approver,
        long sheetVersion) {}
