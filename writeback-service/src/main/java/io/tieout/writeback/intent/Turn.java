package io.tieout.writeback.intent;

import java.time.Instant;

/// Where an intent stands after its turn.
public sealed interface Turn {
    /// Closed.
    record Settled() implements Turn {}

    /// Open, or to be sent anew: again then. Other work of the lane need not wait.
    record Later(Instant due) implements Turn {}

    /// The whole lane waits until then.
    record Paused(Instant until, String why) implements Turn {}

    /// The whole lane tries again, each time a little later.
    record Failing(String why) implements Turn {}
}
