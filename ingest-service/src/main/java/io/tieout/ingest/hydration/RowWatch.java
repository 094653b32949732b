package io.tieout.ingest.hydration;

import io.tieout.model.id.RowRef;
import java.util.Collection;

/// Who wants to know, within the same transaction, that rows were published anew.
public interface RowWatch {
    void rowsChanged(Collection<RowRef> rows);
}
