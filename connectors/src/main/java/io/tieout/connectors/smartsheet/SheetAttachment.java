package io.tieout.connectors.smartsheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a file or link on a row without fetching it.
///
/// @param type `FILE` for what Smartsheet keeps itself; everything else lies elsewhere
/// @param mediaType as whoever attached it said
/// @param sizeKb rounded by Smartsheet; 0 when it does not say
/// @param createdAt a newer version of a file has a newer one
public record SheetAttachment(
        String id,
        String name,
        String type,
        @Nullable String mediaType,
        long sizeKb,
        Instant createdAt) {
    private static final String FILE = "FILE";

    public boolean isFile() {
        return type.equals(FILE);
    }
}
