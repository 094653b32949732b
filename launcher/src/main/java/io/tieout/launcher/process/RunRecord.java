package io.tieout.launcher.process;

import java.util.List;
import java.util.Optional;

/// What runs, as the run file says it.
///
/// @param mode why it runs: `demo`, `up` or `test`
/// @param launcherPid the launcher that stays with it
public record RunRecord(
        int version,
        String mode,
        String startedAt,
        String directory,
        int portBase,
        long launcherPid,
        List<RunningProcess> processes) {
    static final int VERSION = 1;

    public RunRecord {
        processes = List.copyOf(processes);
    }

    public static RunRecord begin(String mode, String startedAt, String directory, int portBase) {
        return new RunRecord(
                VERSION,
                mode,
                startedAt,
                directory,
                portBase,
                ProcessHandle.current().pid(),
                List.of());
    }

    public Optional<RunningProcess> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }

    /// Whether anything of it still runs.
    public boolean anyAlive() {
        return processes.stream().anyMatch(RunningProcess::isAlive);
    }

    /// Whether it runs on purpose: its launcher lives, or was to leave it running.
    public boolean isInUse() {
        return anyAlive() && (mode.equals("up") || launcher().isAlive());
    }

    /// The launcher, recognisable after it is gone.
    public RunningProcess launcher() {
        return new RunningProcess(
                "launcher",
                launcherPid,
                "tieout-launcher",
                RunningProcess.StopSignal.TERMINATE,
                List.of(),
                "");
    }

    RunRecord with(RunningProcess process) {
        return withProcesses(
                java.util.stream.Stream.concat(
                                processes.stream()
                                        .filter(other -> !other.name().equals(process.name())),
                                java.util.stream.Stream.of(process))
                        .toList());
    }

    private RunRecord withProcesses(List<RunningProcess> changed) {
        return new RunRecord(version, mode, startedAt, directory, portBase, launcherPid, changed);
    }
}
