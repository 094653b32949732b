package io.tieout.launcher;

import io.tieout.launcher.process.RunFile;
import io.tieout.launcher.process.RunRecord;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.system.StopOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Stops whatever the run file lists.
@Command(
        mixinStandardHelpOptions = true,
        name = "down",
        description = "Stop everything, also what a killed launcher left behind. Data stays.")
final class Down implements Callable<Integer> {
    private static final Duration LAUNCHER_GRACE = Duration.ofSeconds(45);

    @Mixin private final Place place = new Place();

    @Override
    public Integer call() {
        RunFile file = place.runFile();
        Optional<RunRecord> running = file.read();
        if (running.isEmpty()) {
            System.out.println("Nothing runs.");
            return 0;
        }
        List<RunningProcess> alive =
                running.get().processes().stream().filter(RunningProcess::isAlive).toList();
        // A launcher that stays with its system stops it by itself when asked to end.
        running.get().launcher().stop(LAUNCHER_GRACE);
        StopOrder.stop(alive);
        file.delete();
        System.out.println(
                alive.isEmpty()
                        ? "Nothing ran any more."
                        : "Stopped %d processes of ./tieout %s."
                                .formatted(alive.size(), running.get().mode()));
        return 0;
    }
}
