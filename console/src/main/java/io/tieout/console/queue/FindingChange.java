package io.tieout.console.queue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was heard of a finding at one time.
///
/// @param raisedBy the service that says so; empty when it is resolved
/// @param words its detail, or its resolution
record FindingChange(
        Instant at,
        boolean open,
        String raisedBy,
        String severity,
        String words,
        @Nullable BigDecimal amount,
        @Nullable String currency) {
    String figure() {
        return amount == null ? "" : currency + " " + String.format(Locale.ROOT, "%,.2f", amount);
    }
}
