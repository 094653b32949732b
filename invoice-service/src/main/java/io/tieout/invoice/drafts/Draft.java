package io.tieout.invoice.drafts;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft as it was last sent to audit.
///
/// @param revision the highest that was ever sent
/// @param basis what it was made from, but for words and day
/// @param rows the rows of that revision
record Draft(
        ProposalId id,
        String reference,
        RealmId realm,
        String groupKey,
        Phase phase,
        int revision,
        String basis,
        List<RowRef> rows,
        @Nullable EntityId invoiceId) {
    Draft {
        rows = List.copyOf(rows);
    }

    /// How far a draft is.
    enum Phase {
        /// It may still be revised.
        OPEN,
        /// It was taken back, and audit has not said so yet.
        WITHDRAWING,
        /// Its invoice is being posted: no more revisions.
        SEALED,
        POSTED,
        REJECTED,
        /// QuickBooks refused it for good.
        FAILED,
        /// It ran out of time, or a row had changed just before posting: drafted anew by itself.
        LAPSED,
        WITHDRAWN,
        /// Its invoice was voided or deleted.
        VOIDED;

        boolean isLive() {
            return this == OPEN || this == WITHDRAWING || this == SEALED;
        }

        boolean isOpen() {
            return this == OPEN || this == WITHDRAWING;
        }
    }
}
