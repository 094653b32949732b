package io.tieout.twin.smartsheet.sheet;

import java.util.concurrent.atomic.AtomicLong;

/// Hands out sixteen-digit ids, never twice.
public final class Ids {
    private static final long FIRST = 5_000_000_000_000_000L;

    private final AtomicLong last = new AtomicLong(FIRST);

    public long next() {
        return last.incrementAndGet();
    }

    public long last() {
        return last.get();
    }

    public void continueAfter(long id) {
        last.updateAndGet(now -> Math.max(now, id));
    }
}
