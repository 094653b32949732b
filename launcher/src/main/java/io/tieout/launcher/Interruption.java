package io.tieout.launcher;

import io.tieout.launcher.system.TieoutSystem;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Stops the system in good order when the launcher is told to end.
final class Interruption {
    private static final AtomicReference<@Nullable TieoutSystem> RUNNING = new AtomicReference<>();

    private Interruption() {}

    static void stopOnSignal(TieoutSystem system) {
        RUNNING.set(system);
        Runtime.getRuntime().addShutdownHook(new Thread(Interruption::stop, "stop"));
    }

    /// Lets what runs outlive the launcher.
    static void forget() {
        RUNNING.set(null);
    }

    /// Stops it in good order, here and now.
    static void stopNow() {
        TieoutSystem system = RUNNING.getAndSet(null);
        if (system != null) {
            system.stop();
        }
    }

    private static void stop() {
        TieoutSystem system = RUNNING.getAndSet(null);
        if (system != null) {
            System.out.println("\nStopping ...");
            system.stop();
            System.out.println("Stopped.");
        }
    }
}
