package io.tieout.invoice.claims;

import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;

/// A draft's hold on one purposeful marking of a row.
///
/// @param inputs hash of the cells that were billed
public record Claim(RowRef row, int occurrence, State state, ProposalId draftId, String inputs) {
    /// How firm the hold is.
    public enum State {
        /// On the draft.
        OPEN,
        /// Taken off in a revision that audit has not accepted yet: it may still be billed.
        LEAVING,
        /// On a posted invoice.
        BILLED,
        /// Given back.
        FREED
    }

    /// Whether nobody else may take the row at this occurrence.
    public boolean holds() {
        return state != State.FREED;
    }
}
