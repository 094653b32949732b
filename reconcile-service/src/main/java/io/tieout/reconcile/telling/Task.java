package io.tieout.reconcile.telling;

import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.reconcile.engine.Category;
import org.jspecify.annotations.Nullable;

/// What finance was told of one line, in its sheet and by mail.
///
/// @param open whether the discrepancy stood when it was last looked at
/// @param rowId the task's row, once it is known
/// @param adding the proposal by which it is being added
/// @param cells what its row was last told to show
/// @param mailed the category that was mailed; absent when nothing was, since it was last resolved
record Task(
        String lineId,
        boolean open,
        @Nullable RowId rowId,
        @Nullable ProposalId adding,
        String cells,
        @Nullable Category mailed) {
    static Task none(String lineId) {
        return new Task(lineId, false, null, null, "", null);
    }

    boolean isInSheet() {
        return rowId != null;
    }

    boolean isBeingAdded() {
        return rowId == null && adding != null;
    }

    boolean mayBeAdded() {
        return rowId == null && adding == null;
    }
}
