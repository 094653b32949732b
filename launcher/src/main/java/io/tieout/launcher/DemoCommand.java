package io.tieout.launcher;

import io.tieout.launcher.process.RunRecord;
import io.tieout.launcher.process.StartFailed;
import io.tieout.launcher.story.Demo;
import io.tieout.launcher.story.StoryFailed;
import io.tieout.launcher.system.SystemOptions;
import io.tieout.launcher.system.TieoutSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts everything afresh with sample books and walks through the main job.
@Command(
        mixinStandardHelpOptions = true,
        name = "demo",
        description = "Start everything afresh with sample books and walk through the main job.")
final class DemoCommand implements Callable<Integer> {
    @Mixin private final Place place = new Place();

    @Option(names = "--once", description = "Stop after the story; the last line is RESULT.")
    private boolean once;

    @Override
    public Integer call() {
        Optional<RunRecord> running = place.runFile().read().filter(RunRecord::isInUse);
        if (running.isPresent()) {
            System.err.println(Up.runsAlready(running.get()));
            return 1;
        }
        SystemOptions options = place.options("demo", "demo");
        Console console = new Console();
        try {
            TieoutSystem.stopLeftovers(options);
            clean(options.directory());
            TieoutSystem system =
                    TieoutSystem.start(
                            options, Clock.systemUTC(), console, Interruption::stopOnSignal);
            Duration ready = console.started(system);
            Demo demo = new Demo(system, System.out);
            System.out.println();
            String result = demo.tell(ready);
            if (!once) {
                demo.invite();
                System.out.println();
                System.out.println(result);
                System.out.println("Everything stays up until Ctrl-C.");
                stay(system);
            }
            Interruption.stopNow();
            if (once) {
                System.out.println(result);
            }
            return 0;
        } catch (StartFailed e) {
            return failed(e);
        } catch (StoryFailed | IllegalStateException e) {
            System.err.println("Logs are in " + place.workspace().resolve("logs") + ".");
            Interruption.stopNow();
            return failed(e);
        }
    }

    private static int failed(RuntimeException why) {
        System.err.println(why.getMessage());
        System.out.println("RESULT name=demo ok=false");
        return 1;
    }

    /// Until Ctrl-C, or until somebody else stops the system.
    private static void stay(TieoutSystem system) {
        while (!system.processes().isEmpty()) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void clean(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
