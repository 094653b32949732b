package io.tieout.console.queue;

import io.tieout.console.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A finding with what people made of it.
///
/// @param owner e-mail address of who looks after it
/// @param due chosen by a person, or else the day that its severity gives it
/// @param seen what the finding says now, as a fingerprint
/// @param acceptance present only while it is accepted
public record QueueItem(
        Finding finding,
        Standing standing,
        @Nullable String owner,
        LocalDate due,
        boolean dueChosen,
        boolean overdue,
        int comments,
        String seen,
        @Nullable Acceptance acceptance) {
    /// Who accepted it as it is, and why.
    public record Acceptance(String person, Instant at, String reason) {}

    public FindingKey key() {
        return new FindingKey(finding.realmId(), finding.findingId());
    }
}
