package io.tieout.kit.lane;

import java.time.Instant;

/// When a lane shall run again.
public sealed interface LaneResult {
    /// Nothing more to do until somebody wakes it.
    record Idle() implements LaneResult {}

    /// There is more to do, from then on.
    record Again(Instant due) implements LaneResult {}

    /// Not before then, whoever wakes it: a quota, or a vendor that asked for quiet.
    record Paused(Instant until, String reason) implements LaneResult {}

    static LaneResult idle() {
        return new Idle();
    }

    static LaneResult again(Instant due) {
        return new Again(due);
    }

    static LaneResult paused(Instant until, String reason) {
        return new Paused(until, reason);
    }
}
