package io.tieout.reconcile.correcting;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.Evidence;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standing.DocumentRef;
import java.time.LocalDate;
import java.util.List;

/// What a request for a correction leads to.
sealed interface Draft {
    /// These postings, each a proposal of its own.
    ///
    /// @param sheetVersion the row's, when it was read
    /// @param line of the books that they correct
    record Possible(
            RowRef row, long sheetVersion, ReportItem item, Standing line, List<Posting> postings)
            implements Draft {
        public Possible {
            postings = List.copyOf(postings);
        }

        /// What the evidence of each says.
        ///
        /// @param first the proposal of the first posting
        Evidence.Corrects corrects(Posting posting, ProposalId first) {
            return new Evidence.Corrects(
                    line.lineId(), posting.accounts(line.account()), first, postings.size());
        }
    }

    /// The document's own line goes to another account.
    ///
    /// @param line its place among the document's lines, from 1
    record Recategorising(
            RowRef row,
            long sheetVersion,
            ReportItem item,
            DocumentRef document,
            LocalDate date,
            int line,
            Money amount,
            EntityId from,
            EntityId to)
            implements Draft {
        /// `480.00 of Bill AE-77 from Rental to Materials`.
        String words() {
            Standing booked = item.books().getFirst();
            return "%s of %s %s from %s to %s"
                    .formatted(
                            amount.readable(),
                            RecordName.kind(document.type()),
                            booked.reference().isEmpty()
                                    ? "without number of " + booked.day()
                                    : booked.reference(),
                            booked.account(),
                            item.sheet().getFirst().account());
        }
    }

    /// It was asked for before, and waits or is posted.
    record AlreadyAsked() implements Draft {}

    /// None, and what to do instead.
    record Impossible(String why) implements Draft {}

    /// An entry with its accounts' ids.
    ///
    /// @param moves whether costs go from the one account to the other
    record Posting(Entry entry, EntityId debit, EntityId credit, boolean moves) {
        /// In which the costs count that are booked to `account`.
        private List<EntityId> accounts(String account) {
            if (moves) {
                return List.of(debit, credit);
            }
            return List.of(entry.debit().equals(account) ? debit : credit);
        }
    }
}
