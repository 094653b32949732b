package io.tieout.invoice.claims;

/// How often a row has been marked ready on purpose, and whether the present marking is used up: it
/// was billed, or its draft was rejected. A used-up row must be seen not ready before it counts
/// again.
public record Marking(int occurrence, boolean ready, boolean spent) {
    /// Before anything was seen of the row.
    static final Marking FIRST = new Marking(1, false, false);

    /// After the row was seen ready, or not.
    Marking seen(boolean nowReady) {
        return spent && !nowReady
                ? new Marking(occurrence + 1, false, false)
                : new Marking(occurrence, nowReady, spent);
    }

    /// After this marking was used up. A row that is not ready at that moment starts afresh.
    Marking used() {
        return ready
                ? new Marking(occurrence, true, true)
                : new Marking(occurrence + 1, false, false);
    }

    /// Whether the row may be drafted.
    public boolean counts() {
        return ready && !spent;
    }
}
