package io.tieout.invoice.rows;

import java.util.List;

/// What a billing row is to drafting.
public sealed interface RowStanding {
    /// Nobody wants it billed.
    record NotReady() implements RowStanding {}

    /// Something in its cells is wrong or missing.
    record Faulty(List<RowFault> faults) implements RowStanding {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// It is ready, complete, and goes on the document of this group.
    record Wanted(WorkGroup group) implements RowStanding {}
}
