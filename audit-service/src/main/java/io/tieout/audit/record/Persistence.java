package io.tieout.audit.record;

import java.time.Duration;
import org.jboss.logging.Logger;

/// Tries until it works: an event that cannot be recorded now is never passed over.
public final class Persistence {
    private static final Logger LOG = Logger.getLogger(Persistence.class);
    private static final Duration DELAY = Duration.ofMillis(250);
    private static final int DOUBLINGS_MAX = 5;

    private Persistence() {}

    public static void until(String what, Runnable work) {
        for (int attempt = 0; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s failed and is tried again", what);
                pause(DELAY.multipliedBy(1L << Math.min(attempt, DOUBLINGS_MAX)));
            }
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting to try again", e);
        }
    }
}
