package io.tieout.invoice.drafts;

import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.RowObserved;
import java.util.List;

/// A draft of any kind, about to be sent.
///
/// @param basis what it was made from, but for words and day
/// @param subtotal what counts against caps
record Outgoing(List<Held> rows, String basis, Money subtotal, Form form) {
    Outgoing {
        rows = List.copyOf(rows);
    }

    /// A row that the draft holds.
    ///
    /// @param inputs hash of what people filled in
    record Held(RowRef row, int occurrence, Quantity hours, String inputs) {}

    /// The proposal of a revision.
    @FunctionalInterface
    interface Form {
        ProposalMade proposal(
                ProposalId id, String reference, int revision, List<RowObserved> leaving);
    }
}
