package io.tieout.ingest.hydration;

import io.quarkus.arc.All;
import io.tieout.model.id.RowRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/// Everybody who wants to know that rows were published anew.
@ApplicationScoped
class WatchList {
    private final List<RowWatch> watches;

    WatchList(@All List<RowWatch> watches) {
        this.watches = watches;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void rowsChanged(Collection<RowRef> rows) {
        if (!rows.isEmpty()) {
            watches.forEach(watch -> watch.rowsChanged(rows));
        }
    }
}
