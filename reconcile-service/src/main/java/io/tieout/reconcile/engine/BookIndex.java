package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Entry;
import java.util.Collection;

/// Finds lines of the books for lines of the sheet whose party is not sure.
interface BookIndex {
    Collection<Entry> byId(String id);

    /// @param key a reference as [Entry#referenceKey] writes it
    Collection<Entry> byReference(String key);

    Collection<Entry> byAmount(long amount);
}
