package io.tieout.console.queue;

import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import java.util.Optional;

/// What a finding is known by in addresses: `realm/finding`.
public record FindingKey(RealmId realmId, FindingId findingId) {
    /// Absent when it has not the form of one.
    public static Optional<FindingKey> of(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new FindingKey(
                            new RealmId(text.substring(0, slash)),
                            new FindingId(text.substring(slash + 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return realmId + "/" + findingId;
    }
}
