package io.tieout.ingest.attachment;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowRef;

/// Who wants to know, within the same transaction, that an attachment of a row was read.
public interface AttachmentWatch {
    void attachmentRead(RowRef row, Reading reading, CorrelationId correlation);
}
