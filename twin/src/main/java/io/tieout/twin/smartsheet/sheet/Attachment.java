package io.tieout.twin.smartsheet.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file or link on a sheet, row or comment; the content of a file is kept as base64.
public record Attachment(
        long id,
        String name,
        String type,
        String mimeType,
        @Nullable String url,
        @Nullable String content,
        long sizeBytes,
        String parentType,
        long parentId,
        @Nullable Long rowId,
        Instant createdAt,
        String createdBy) {}
