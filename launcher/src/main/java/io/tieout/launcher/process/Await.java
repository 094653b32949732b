package io.tieout.launcher.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for a condition, never longer than said.
public final class Await {
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /// Whether the condition came true in time.
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
