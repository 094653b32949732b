package io.tieout.launcher;

import io.tieout.launcher.process.RunRecord;
import io.tieout.launcher.process.StartFailed;
import io.tieout.launcher.system.TieoutSystem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts everything, keeps its data, and leaves it running.
@Command(
        mixinStandardHelpOptions = true,
        name = "up",
        description =
                "Start everything, keep its data in .tieout/data, and return once it is ready.")
final class Up implements Callable<Integer> {
    @Mixin private final Place place = new Place();

    @Option(names = "--foreground", description = "Stay until Ctrl-C, then stop everything.")
    private boolean foreground;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SERVICE",
            description = "Start only these services, besides Kafka, PostgreSQL and the twin.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Optional<RunRecord> running = place.runFile().read().filter(RunRecord::isInUse);
        if (running.isPresent()) {
            System.err.println(runsAlready(running.get()));
            return 1;
        }
        var options = place.options("up", "data");
        if (!only.isEmpty()) {
            options = options.withServices(Set.copyOf(only));
        }
        Console console = new Console();
        try {
            TieoutSystem system =
                    TieoutSystem.start(
                            options, Clock.systemUTC(), console, Interruption::stopOnSignal);
            console.started(system);
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            return 1;
        }
        if (foreground) {
            System.out.println("Ctrl-C stops everything.");
            new CountDownLatch(1).await();
        }
        Interruption.forget();
        System.out.println("Everything keeps running. ./tieout down stops it.");
        return 0;
    }

    static String runsAlready(RunRecord running) {
        return "Tieout runs already (./tieout %s). See ./tieout status, or stop it: ./tieout down."
                .formatted(running.mode());
    }
}
