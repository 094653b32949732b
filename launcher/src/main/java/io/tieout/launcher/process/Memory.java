package io.tieout.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/// How much memory processes take, shared pages counted once among those that share them.
public final class Memory {
    private Memory() {}

    /// Proportional set size of the processes and all their descendants, in bytes; zero where the
    /// system does not tell.
    public static long proportionalSetSize(Collection<RunningProcess> processes) {
        return processes.stream()
                .filter(RunningProcess::isAlive)
                .flatMap(process -> ProcessHandle.of(process.pid()).stream())
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .mapToLong(handle -> ofProcess(handle.pid()))
                .sum();
    }

    /// The same of one process alone.
    public static long ofProcess(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(Memory::kilobytes).sum();
        } catch (IOException | java.io.UncheckedIOException _) {
            return 0;
        }
    }

    static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    }
}
