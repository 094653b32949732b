package io.tieout.connectors.quota;

import io.github.bucket4j.Bandwidth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// A vendor's limit, "so many in any such window". A token bucket keeps it wherever the window
/// begins only if what it holds plus what it gains during the window stays within the limit.
///
/// @param bucket the metric label
record Limit(String bucket, int calls, Duration window, BigDecimal burst) {
    long capacity() {
        long share =
                burst.multiply(BigDecimal.valueOf(calls))
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact();
        return Math.clamp(share, 1, Math.max(1, calls - 1));
    }

    long refill() {
        return Math.max(1, calls - capacity());
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(capacity())
                .refillGreedy(refill(), window)
                .id(bucket)
                .build();
    }

    /// Part of a bucket's name, so that a changed limit begins a new bucket.
    String signature() {
        return capacity() + "+" + refill() + "/" + window;
    }
}
