package io.tieout.reconcile.correcting;

import io.tieout.model.money.Money;
import java.time.LocalDate;
import java.util.List;

/// What can be posted about a discrepancy.
sealed interface Correction {
    /// These, each by itself; every one balanced.
    record Entries(List<Entry> entries) implements Correction {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /// Nothing, and what to do instead.
    record NotPossible(String why) implements Correction {}

    /// A journal entry of two lines.
    ///
    /// @param debit name of the account, as the books write it
    /// @param credit name of the account, as the books write it
    record Entry(LocalDate date, String debit, String credit, Money amount, String description) {}
}
