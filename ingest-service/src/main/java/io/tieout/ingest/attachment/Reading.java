package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.ingest.extraction.Problem;
import io.tieout.model.smartsheet.RowContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What came of reading an attachment: its text's beginning, or why there is none.
///
/// @param hash SHA-256 of the file, hex; absent when it was not fetched
public record Reading(
        String attachmentId,
        String name,
        Instant createdAt,
        long sizeKb,
        @Nullable String hash,
        @Nullable String excerpt,
        @Nullable Problem problem) {
    static Reading refused(SheetAttachment file, @Nullable String hash, Problem problem) {
        return new Reading(
                file.id(), file.name(), file.createdAt(), file.sizeKb(), hash, null, problem);
    }

    static Reading of(SheetAttachment file, String hash, String excerpt) {
        return new Reading(
                file.id(), file.name(), file.createdAt(), file.sizeKb(), hash, excerpt, null);
    }

    /// Whether the attachment is still the file that was read; Smartsheet's moments are whole
    /// seconds.
    boolean isOf(SheetAttachment file) {
        return attachmentId.equals(file.id())
                && name.equals(file.name())
                && createdAt
                        .truncatedTo(ChronoUnit.SECONDS)
                        .equals(file.createdAt().truncatedTo(ChronoUnit.SECONDS))
                && sizeKb == file.sizeKb();
    }

    /// The attachment as it is told with its row, now that it is read.
    public RowContext.Attachment on(RowContext.Attachment listed) {
        return new RowContext.Attachment(
                listed.id(),
                listed.name(),
                listed.mediaType(),
                listed.size(),
                hash,
                excerpt,
                problem == null ? null : problem.words());
    }

    /// The attachment as it is told with its row before anybody has read it.
    static RowContext.Attachment listed(SheetAttachment file) {
        return new RowContext.Attachment(
                file.id(),
                file.name(),
                Objects.requireNonNullElse(file.mediaType(), "application/octet-stream"),
                file.sizeKb() * 1024,
                null,
                null,
                null);
    }
}
