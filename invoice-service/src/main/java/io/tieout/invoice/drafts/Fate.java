package io.tieout.invoice.drafts;

import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence.RowCitation;
import java.time.Instant;
import java.util.List;

/// What audit's word on a proposal means for its draft.
sealed interface Fate {
    /// The draft is still the group's, and may yet be replaced.
    sealed interface Open extends Fate {
        /// Whether any news may settle what holds it up.
        boolean blocked();
    }

    /// Nothing is decided.
    ///
    /// @param revisable false while audit has not answered the last revision, or an effect is under
    ///   way
    /// @param accepted whether audit holds the last revision that was sent
    /// @param blocked whether a review rule objects: any news may settle that
    /// @param rejectedRows rows that a person took out of it
    record Undecided(
            boolean revisable, boolean accepted, boolean blocked, List<RowRef> rejectedRows)
            implements Open {
        public Undecided {
            rejectedRows = List.copyOf(rejectedRows);
        }
    }

    /// The invoice of exactly these rows is being posted.
    record Sealed(List<RowCitation> rows) implements Fate {
        public Sealed {
            rows = List.copyOf(rows);
        }
    }

    /// The invoice of exactly these rows exists.
    record Posted(List<RowCitation> rows, EffectResult.Posted document) implements Fate {
        public Posted {
            rows = List.copyOf(rows);
        }
    }

    /// QuickBooks no longer has something that it refers to: it waits until the books are read as
    /// they are now, and is made anew from them.
    record Outdated(Instant since) implements Open {
        @Override
        public boolean blocked() {
            return true;
        }
    }

    /// A person said no.
    record Rejected() implements Fate {}

    /// QuickBooks said no.
    record Failed() implements Fate {}

    /// It came too late, or a row had changed: nothing happened.
    record Lapsed() implements Fate {}

    /// It was taken back.
    record Withdrawn() implements Fate {}

    /// Its invoice was reversed.
    record Reversed() implements Fate {}
}
