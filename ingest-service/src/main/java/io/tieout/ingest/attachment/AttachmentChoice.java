package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.ingest.extraction.Problem;

/// What is done about one attachment of a row.
sealed interface AttachmentChoice {
    SheetAttachment file();

    /// It has been read, and is still the same.
    record Known(SheetAttachment file, Reading reading) implements AttachmentChoice {}

    /// It is to be fetched and read.
    record Read(SheetAttachment file) implements AttachmentChoice {}

    /// It cannot be read, which is known without fetching it.
    record Refused(SheetAttachment file, Problem problem) implements AttachmentChoice {}

    /// Nobody needs it yet.
    record Left(SheetAttachment file) implements AttachmentChoice {}
}
