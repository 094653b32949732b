package io.tieout.console.flow;

import java.time.Instant;
import java.util.List;

/// What the broker last said about consumer lag.
sealed interface Lag {
    /// Nothing was asked yet.
    record Unasked() implements Lag {}

    /// As of then.
    record Measured(Instant at, List<GroupLag> lags) implements Lag {
        public Measured {
            lags = List.copyOf(lags);
        }
    }

    /// The broker did not answer.
    record OutOfReach(Instant at, String why) implements Lag {}
}
