package io.tieout.launcher.system;

import io.tieout.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stops processes so that nobody loses what it still needs: services, then the twin and the
/// stores.
public final class StopOrder {
    // A first end takes longer: each JVM writes down what makes its next start quicker.
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Set<String> LAST = Set.of("twin", "kafka", "postgres");

    private StopOrder() {}

    /// Returns once all of them are gone.
    public static void stop(List<RunningProcess> processes) {
        together(processes.stream().filter(process -> !LAST.contains(process.name())).toList());
        together(processes.stream().filter(process -> LAST.contains(process.name())).toList());
    }

    private static void together(List<RunningProcess> processes) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            processes.forEach(process -> threads.execute(() -> process.stop(GRACE)));
        }
    }
}
