package io.tieout.console.handling;

import io.tieout.console.queue.FindingKey;
import io.tieout.console.queue.QueueItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An exception as somebody saw it: what a checkbox sends is `fingerprint/realm/finding`.
///
/// @param seen the fingerprint of what was seen; absent for whatever it says now
public record Pick(FindingKey key, @Nullable String seen) {
    private static final int FINGERPRINT_LENGTH = 32;

    public static Optional<Pick> of(String text) {
        return text.length() > FINGERPRINT_LENGTH && text.charAt(FINGERPRINT_LENGTH) == '/'
                ? FindingKey.of(text.substring(FINGERPRINT_LENGTH + 1))
                        .map(key -> new Pick(key, text.substring(0, FINGERPRINT_LENGTH)))
                : Optional.empty();
    }

    public static Pick of(QueueItem item) {
        return new Pick(item.key(), item.seen());
    }

    @Override
    public String toString() {
        return seen + "/" + key;
    }
}
