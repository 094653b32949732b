package io.tieout.invoice.drafting;

import java.util.List;

/// What became of a group of rows: rows that cannot be drafted never hold up those that can.
public sealed interface DraftOutcome {
    List<Refusal> refusals();

    /// There is something to bill.
    record Drafted(InvoiceDraft draft, List<Refusal> refusals) implements DraftOutcome {
        public Drafted {
            refusals = List.copyOf(refusals);
        }
    }

    /// There is nothing that can be billed now.
    record Nothing(List<Refusal> refusals) implements DraftOutcome {
        public Nothing {
            refusals = List.copyOf(refusals);
        }
    }
}
