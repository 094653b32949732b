package io.tieout.launcher.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A process that a launcher started, recognisable long after that launcher is gone.
///
/// @param marker a part of its command line that no other process has
public record RunningProcess(
        String name, long pid, String marker, StopSignal signal, List<Integer> ports, String log) {
    /// How a process is asked to end in good order.
    public enum StopSignal {
        TERMINATE,
        /// PostgreSQL's fast shutdown.
        INTERRUPT
    }

    public RunningProcess {
        ports = List.copyOf(ports);
    }

    /// Whether it runs, and is still the process that was started.
    @JsonIgnore
    public boolean isAlive() {
        return handle().isPresent();
    }

    /// Asks it to end, waits, then insists. Returns once it is gone.
    public void stop(Duration grace) {
        Optional<ProcessHandle> handle = handle();
        if (handle.isEmpty()) {
            return;
        }
        switch (signal) {
            case TERMINATE -> handle.get().destroy();
            case INTERRUPT -> interrupt();
        }
        if (!Await.until(grace, () -> !isAlive())) {
            kill();
        }
    }

    /// Ends it at once, as a crash would.
    public void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
        Await.until(Duration.ofSeconds(10), () -> !isAlive());
    }

    private void interrupt() {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandLine(handle).contains(marker));
    }

    private static String commandLine(ProcessHandle handle) {
        try {
            byte[] raw =
                    Files.readAllBytes(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException _) {
            return handle.info().commandLine().orElse("");
        }
    }
}
