package io.tieout.reconcile.correcting;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.reporting.ReportItem;
import java.util.List;

/// What a request for a correction leads to.
sealed interface Draft {
    /// These postings, each a proposal of its own.
    ///
    /// @param sheetVersion the row's, when it was read
    record Possible(RowRef row, long sheetVersion, ReportItem item, List<Posting> postings)
            implements Draft {
        public Possible {
            postings = List.copyOf(postings);
        }
    }

    /// It was asked for before, and waits or is posted.
    record AlreadyAsked() implements Draft {}

    /// None, and what to do instead.
    record Impossible(String why) implements Draft {}

    /// An entry with its accounts' ids.
    record Posting(Entry entry, EntityId debit, EntityId credit) {}
}
