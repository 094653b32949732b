package io.tieout.twin.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call that a vendor would have seen.
public record Call(
        long seq,
        Instant at,
        String vendor,
        String operation,
        String method,
        String path,
        String query,
        int status,
        @Nullable String errorCode,
        boolean mutating,
        int items,
        boolean replayed,
        boolean faulted,
        long millis) {}
