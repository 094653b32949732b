package io.tieout.reconcile.separations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two lines that a person took apart.
///
/// @param holds whether nobody withdrew it
public record Separation(
        String sheetLine,
        String booksLine,
        String person,
        Instant separatedAt,
        String reason,
        boolean holds,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason) {}
