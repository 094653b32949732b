package io.tieout.console.handling;

import io.tieout.console.ConsoleConfig;
import io.tieout.console.queue.Acts;
import io.tieout.model.id.EventId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// Waits a moment for what was sent to take effect, so that the next page shows it.
@ApplicationScoped
public class Arrival {
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final Acts acts;
    private final ConsoleConfig config;

    Arrival(Acts acts, ConsoleConfig config) {
        this.acts = acts;
        this.config = config;
    }

    /// Whether all that was sent has come back from Kafka; it will in any case.
    public boolean await(List<ActAnswer> answers) {
        List<EventId> ids =
                answers.stream().map(ActAnswer::eventId).filter(Objects::nonNull).toList();
        if (ids.isEmpty()) {
            return true;
        }
        long end = System.nanoTime() + config.patience().toNanos();
        boolean all = acts.known(ids) == ids.size();
        while (!all && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            all = acts.known(ids) == ids.size();
        }
        return all;
    }
}
