package io.tieout.console.queue;

import java.util.List;

/// Where a finding stands in the queue.
public enum Standing {
    /// It waits for somebody.
    OPEN,
    /// A person accepted it as it is; it comes back when it says something else.
    ACCEPTED,
    /// It holds no longer.
    RESOLVED;

    /// What the finding's own status is then.
    List<String> findingStatuses() {
        return List.of(this == RESOLVED ? "RESOLVED" : "OPEN");
    }
}
