package io.tieout.twin.faults;

/// The ways in which a call can go wrong on purpose.
public enum FaultKind {
    /// The change is made, then the connection closes without an answer.
    DROP_AFTER_COMMIT,
    /// The connection closes before anything happens.
    DROP_BEFORE,
    /// An error answer, and nothing happens.
    STATUS,
    /// The call waits before it is handled, but not longer than the fault stands.
    DELAY
}
