package io.tieout.twin.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When refresh tokens change and end.
///
/// @param changeAfterSeconds a refresh token this old is replaced when it is used; the vendor's
///   changes about once a day, this twin's at every use unless it is told otherwise
/// @param hardExpirySeconds when a person must connect again whatever happens: five years
record RefreshRules(long changeAfterSeconds, long hardExpirySeconds) {
    private static final long FIVE_YEARS = 157_680_000;

    RefreshRules {
        if (changeAfterSeconds < 0 || hardExpirySeconds < 0) {
            throw new IllegalArgumentException("seconds must not be negative");
        }
    }

    static RefreshRules start() {
        return new RefreshRules(0, FIVE_YEARS);
    }

    boolean changesAfter(@Nullable Instant issued, Instant now) {
        return issued == null || !issued.plusSeconds(changeAfterSeconds).isAfter(now);
    }

    /// A partial change: what is absent stays.
    record Patch(@Nullable Long changeAfterSeconds, @Nullable Long hardExpirySeconds) {
        RefreshRules on(RefreshRules now) {
            return new RefreshRules(
                    changeAfterSeconds == null ? now.changeAfterSeconds() : changeAfterSeconds,
                    hardExpirySeconds == null ? now.hardExpirySeconds() : hardExpirySeconds);
        }
    }
}
